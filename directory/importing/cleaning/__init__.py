"""Texts, links, languages and contacts of other collections, made fit for ours."""
