"""The command line: tasks, their environment, and what they do with the other packages.

``environment``, ``task``, ``command_line`` and what they import run on a bare Python, before anything is installed;
so nothing but the standard library is imported there.
"""
