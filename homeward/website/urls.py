"""Addresses of the public pages."""

from django.urls import path

from homeward.website import asking, check, finding, telling, verifying, views

app_name = "website"
urlpatterns = [
    path("", views.home, name="home"),
    path("what-happens-here/", views.program, name="program"),
    path("paying/", views.paying, name="paying"),
    path("privacy/", views.privacy, name="privacy"),
    path("about/<slug:page>/", views.reading, name="reading"),
    path("about/preview/<uuid:version_id>/", views.preview, name="preview"),
    path("which-setting/", check.which, name="check"),
    path("questions/", asking.questions, name="questions"),
    path("questions/thanks/", asking.question_thanks, name="question_thanks"),
    path("tell/", telling.tell, name="tell"),
    path("tell/sent/", telling.told, name="told"),
    path("verify/", verifying.verify, name="verify"),
    path("find/", finding.find_program, name="find"),
    path("ask/", views.ask, name="ask"),
    path("ask/with-answers/", check.ask_with_answers, name="ask_with_answers"),
    path("ask/thanks/", views.thanks, name="thanks"),
]
