"""Facts that stand in running text: one small rule a module, each finding words exactly as they stand."""
