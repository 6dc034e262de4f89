from wagtail import hooks

from blog.viewsets import BlogPageViewSet


@hooks.register("register_admin_viewset")
def register_posts():
    return BlogPageViewSet()
