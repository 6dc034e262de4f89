from wagtail import hooks

from newsletters.admin.viewsets import NewslettersGroup


@hooks.register("register_admin_viewset")
def viewsets():
    return NewslettersGroup()
