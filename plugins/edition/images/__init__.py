"""Social images: for each published story a picture of its headline, its leaning and the site's name.

It stands for the story's page where that is linked to. What a picture shows is known without drawing it
(:mod:`edition.images.picture`), so only those that show something else are drawn again.
"""
