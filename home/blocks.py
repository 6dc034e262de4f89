"""The stream that the site's own pages are made of: the house's blocks, and those that know an app."""

from core.blocks import BodyBlock
from newsletters.blocks import SubscribeBlock


class SiteBodyBlock(BodyBlock):
    subscribe = SubscribeBlock()
