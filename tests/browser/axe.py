"""axe-core, the vendored copy, on a page that is open."""

from pathlib import Path

SOURCE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()


def violations(page, within=None):
    """All that axe finds on `page`, in the element `within` or the whole of it, of any impact, as readable lines."""
    page.evaluate(SOURCE)
    found = page.evaluate(
        "async (within) => (await axe.run(within || document, {resultTypes: ['violations']})).violations", within
    )
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]} | {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
