from directory.models.entries import Entry, Facet, ProfileFacet
from directory.models.introduction import DirectoryIntroduction
from directory.models.mentions import Mention
from directory.models.profiles import FormerSlug, Profile, ProfileLink, ProfileTopic, Visibility
from directory.models.texts import ProfileText

__all__ = [
    "DirectoryIntroduction",
    "Entry",
    "Facet",
    "FormerSlug",
    "Mention",
    "Profile",
    "ProfileFacet",
    "ProfileLink",
    "ProfileText",
    "ProfileTopic",
    "Visibility",
]
