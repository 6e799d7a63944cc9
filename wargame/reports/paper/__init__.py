"""The paper fallback: briefs, order forms, cards and sheets to print, made from a scenario."""
