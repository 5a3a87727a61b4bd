"""What search engines and archives are told of an article, in the vocabulary of schema.org."""

from __future__ import annotations

import json
from typing import Any

from authoring.export.article import Article, Picture, Quoted
from authoring.export.telling import words

_HEADLINE = 110
"""Characters of a headline that search engines show."""


def news_article(article: Article) -> dict[str, Any]:
    """A ``NewsArticle`` with a ``Quotation`` for each quotation; what is not known is left out."""
    publisher = _known(
        {
            "@type": "Organization",
            "name": article.publication,
            "url": article.home,
            "logo": {"@type": "ImageObject", "url": article.logo} if article.logo else None,
        }
    )
    pictures = [one for one in (article.picture, *(block.picture for block in article.body)) if one is not None]
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline if len(article.headline) <= _HEADLINE else _shortened(article.headline),
        "alternativeHeadline": article.headline if len(article.headline) > _HEADLINE else "",
        "description": article.dek,
        "url": article.address,
        "datePublished": article.published,
        "dateModified": article.updated,
        "author": [{"@type": "Person", "name": name} for name in article.bylines],
        "publisher": publisher if article.publication else None,
        "dateline": article.place,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "inLanguage": article.language,
        "wordCount": words(article),
        "image": [_image(one) for one in pictures if "://" in one.file],
        "correction": [{"@type": "CorrectionComment", "text": one} for one in article.corrections],
        "hasPart": [_quotation(one) for one in article.quotes],
    }
    return _known(told)


def script(article: Article) -> str:
    """The same as JSON that may stand inside a ``script`` element: nothing in it ends that element."""
    made = json.dumps(news_article(article), ensure_ascii=False, indent=1)
    return made.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def _quotation(one: Quoted) -> dict[str, Any]:
    kinds = {True: "Person", False: "Organization", None: ""}
    speaker = _known({"@type": kinds[one.person], "name": one.speaker})
    return _known({"@type": "Quotation", "text": one.text, "spokenByCharacter": speaker if one.speaker else None})


def _image(picture: Picture) -> dict[str, Any]:
    return _known(
        {"@type": "ImageObject", "url": picture.file, "caption": picture.caption, "creditText": picture.credit}
    )


def _shortened(headline: str) -> str:
    return headline[: _HEADLINE - 1].rpartition(" ")[0] + "…"


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}
