"""How big standalone pages are on their way to a phone."""

import gzip
from collections.abc import Collection, Iterator, Mapping

FIRST_FLIGHT = 14_600
"""What a server sends before it waits for a first answer: ten packets; see RFC 6928."""


def size_table(pages: Mapping[str, bytes], blueprints: Collection[str]) -> Iterator[str]:
    """Yield a line for each blueprint (smallest, largest, how many), and for each page that belongs to none."""
    groups: dict[str, list[int]] = {}
    for name, page in sorted(pages.items()):
        blueprint = next((one for one in blueprints if name.startswith(f"{one}-")), name)
        groups.setdefault(blueprint, []).append(len(gzip.compress(page, 9, mtime=0)))
    yield f"Standalone pages, compressed (at most {FIRST_FLIGHT:,} bytes):"
    for group, sizes in sorted(groups.items(), key=lambda one: -max(one[1])):
        over = "  too big: a shorter address of the site, or a lighter logo, helps"
        told = over if max(sizes) > FIRST_FLIGHT else ""
        yield f"  {group:24}{min(sizes):7,} to {max(sizes):6,}  {len(sizes):3}{told}"
