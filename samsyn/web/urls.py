"""Addresses of the public web and my page."""

from django.urls import path

from samsyn.web.views import (
    guides,
    health,
    keeping,
    letters,
    news,
    pages,
    pictures,
    public,
    search,
    sitemap,
    start,
)

app_name = "web"
urlpatterns = [
    path("", start.start, name="start"),
    path("min-sida/", start.my_page, name="my_page"),
    path("statistik/", keeping.statistics, name="statistics"),
    path("lankar/", keeping.links, name="links"),
    path("sok/", search.search, name="search"),
    path("om/", pages.about, name="about"),
    path("nyheter/", news.news, name="news"),
    path("nyheter/rss.xml", news.rss, name="rss"),
    path("nyheter/atom.xml", news.atom, name="atom"),
    path("nyhetsbrev/", letters.newsletter, name="newsletter"),
    path("nyhetsbrev/bekrafta/<str:token>/", letters.confirm, name="confirm"),
    path("nyhetsbrev/avsluta/<str:token>/", letters.unsubscribe, name="unsubscribe"),
    path("om/medlemmar/", public.members, name="members"),
    path("om/projekt/", public.projects, name="projects"),
    path("resultat/", public.results, name="results"),
    path("for-verksamheter/", public.operators, name="operators"),
    path("press/", public.press, name="press"),
    path("foresla/", public.suggest, name="suggest"),
    path("om/film/", pages.film, name="film"),
    path("hjalp/", guides.help_page, name="help_page"),
    path("hjalp/nytt/", guides.whats_new, name="whats_new"),
    path("hjalp/<slug:slug>/", guides.guide, name="guide"),
    path("min-sida/rundtur/<slug:slug>/", guides.tour_end, name="tour_end"),
    path("tillganglighet/", pages.accessibility, name="accessibility"),
    path("integritet/", pages.privacy, name="privacy"),
    path("delning.png", start.share, name="share"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("filer/<path:name>", pictures.picture, name="picture"),
    path("robots.txt", health.robots, name="robots"),
    path("favicon.ico", health.favicon, name="favicon"),
]
