"""What the elements of HTML mean for an article."""

from __future__ import annotations

BREAKING = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul head iframe video audio
    """.split()
)
"""Elements that end the block before them."""
UNREAD = frozenset(
    """
    #script #style #textarea head nav select button datalist template noscript svg math object iframe canvas map
    """.split()
)
"""Elements that are set apart from the article."""
COUNTED = {"article", "blockquote", "caption", "dl", "figcaption", "footer", "ol", "pre", "td", "th", "ul", *UNREAD}
"""Elements that say what stands in them. Of cells and captions one is open at most, since many are not closed."""
ENDED_BY = {"table": ("td", "th", "caption"), "tr": ("td", "th"), "figure": ("figcaption",), "body": ("head",)}
SET_OFF = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "del": "struck",
    "s": "struck",
    "strike": "struck",
}
"""Elements that set words off, and what a block keeps of them."""
PLACES = frozenset("ul ol dl li dt dd blockquote table tr td th hr".split())
"""Elements that say what a block is part of."""
META_KEYS = {
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "byl": "author",
    "parsely-author": "author",
    "date": "date",
    "article:published_time": "date",
    "dc.date": "date",
    "pubdate": "date",
}
"""What ``meta`` elements tell of an article, under the keys of front matter."""
