"""axe-core, the vendored copy, on a page that is open."""

from pathlib import Path

SOURCE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()


def violations(page):
    """Everything that axe finds on `page`, of any impact, as readable lines."""
    page.evaluate(SOURCE)
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]} | {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
