"""Addresses of mail that belong to no language."""

from django.urls import path

from mailing.views import take_reports

urlpatterns = [path("mail/reports/", take_reports, name="mail_reports")]
