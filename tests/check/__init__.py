"""Checks of a built site by independent programs and in a real browser; ``tasks.py check`` runs them."""
