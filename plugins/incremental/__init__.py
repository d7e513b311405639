"""The site built again by what changed: a change costs what it changes, and the result is that of a clean build.

What was made from what is kept in an index in the cache folder. Stories are presented without Pelican, by as many
processes as there are cores; pages, static files and what is beyond the ordinary go through Pelican. Where settings or
a theme need all articles at once, :mod:`incremental.limits` says so, and Pelican builds all, as ever.
"""
