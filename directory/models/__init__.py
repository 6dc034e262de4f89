from directory.models.duplicates import NotSame
from directory.models.entries import Entry, Facet, ProfileFacet
from directory.models.imports import ImportRow, ImportRun, Origin, ValueMapping
from directory.models.introduction import DirectoryIntroduction
from directory.models.mentions import Mention
from directory.models.profiles import FormerSlug, Profile, ProfileLink, ProfileTopic, Visibility
from directory.models.texts import ProfileText

__all__ = [
    "DirectoryIntroduction",
    "Entry",
    "Facet",
    "FormerSlug",
    "ImportRow",
    "ImportRun",
    "Mention",
    "NotSame",
    "Origin",
    "Profile",
    "ProfileFacet",
    "ProfileLink",
    "ProfileText",
    "ProfileTopic",
    "ValueMapping",
    "Visibility",
]
