from django.urls import path

from core.inbox import views

app_name = "inbox"

urlpatterns = [
    path("", views.show_list, name="list"),
    path("delete/", views.delete_all, name="delete_all"),
    path("<str:name>/", views.show_mail, name="mail"),
    path("<str:name>/html/", views.show_html, name="html"),
]
