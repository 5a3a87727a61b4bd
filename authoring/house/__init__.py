"""A house's conventions at work: one engine, by which drafts are printed and articles are checked.

It knows no notes and no articles, only texts and what the house has settled. ``engine`` is what others use.
"""
