"""PxWebApi 2: the interface that statisticians' programs already speak, over what is published here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from samsyn.core.clock.interface import now
from samsyn.indicators.actions.querying import save_query
from samsyn.indicators.cube import Cube
from samsyn.indicators.formats import CONTENT_TYPES, json_stat, written
from samsyn.indicators.models import SavedQuery
from samsyn.indicators.rules import nearest
from samsyn.indicators.selection import MAX_CELLS, Unselectable, read_selection, select
from samsyn.indicators.tables import table_of, tables_of
from samsyn.organisations.interface import SamsynRequest, public

CALLS, WINDOW = 60, 10
HELD_CELLS = 150_000  # more are sent as they are read
MAX_BODY = 200_000
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
View = Callable[..., HttpResponseBase]


def machine(*methods: str) -> Callable[[View], View]:
    """A view for programs: open to all origins, counted against the limit, errors as problem+json."""

    def wrap(view: View) -> View:
        @public
        @csrf_exempt
        @wraps(view)
        def answer(request: SamsynRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response: HttpResponseBase
            if request.method == "OPTIONS":
                response = HttpResponse(status=204)
                response["Access-Control-Allow-Methods"] = ", ".join(("OPTIONS", *methods))
                response["Access-Control-Allow-Headers"] = "Content-Type"
            elif request.method not in (*methods, "HEAD"):
                response = problem(
                    405,
                    "Method not allowed",
                    _("Use %(methods)s.") % {"methods": ", ".join(methods)},
                )
            elif _is_over_limit(request):
                detail = _("At most %(calls)s calls in %(window)s seconds. Wait and try again.")
                response = problem(
                    429, "Too many requests", detail % {"calls": CALLS, "window": WINDOW}
                )
                response["Retry-After"] = str(WINDOW)
            else:
                response = _answered(view, request, *args, **kwargs)
            response["Access-Control-Allow-Origin"] = "*"
            return response

        return answer

    return wrap


def _answered(view: View, request: SamsynRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    language = _parameters(request).get("lang", ["sv"])[0]
    if language != "sv":
        return problem(400, "Unsupported language", _("Only the language sv is there."))
    try:
        return view(request, *args, **kwargs)
    except Unselectable as refused:
        return problem(refused.status, refused.title, refused.detail)


def _is_over_limit(request: HttpRequest) -> bool:
    slot = int(now().timestamp()) // WINDOW
    key = f"pxweb:{request.META.get('REMOTE_ADDR', '')}:{slot}"
    cache.add(key, 0, WINDOW * 2)
    try:
        return cache.incr(key) > CALLS
    except ValueError:  # thrown out of the cache between the two calls
        return False


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """An error as RFC 9457 asks for it."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return HttpResponse(orjson.dumps(body), status=status, content_type="application/problem+json")


def _json(value: Any) -> HttpResponse:
    return HttpResponse(orjson.dumps(value), content_type="application/json")


@machine("GET")
def config(request: SamsynRequest) -> HttpResponse:
    """What the interface can and where its limits are."""
    return _json(
        {
            "apiVersion": "2.0.0",
            "appVersion": "0.1.0",
            "languages": [{"id": "sv", "label": "Svenska"}],
            "defaultLanguage": "sv",
            "maxDataCells": MAX_CELLS,
            "maxCallsPerTimeWindow": CALLS,
            "timeWindow": WINDOW,
            "sourceReferences": [
                {"language": "sv", "text": f"Källa: {request.collaboration.name}"}
            ],
            "license": LICENCE,
            "defaultDataFormat": "json-stat2",
            "dataFormats": list(CONTENT_TYPES),
            "features": [{"id": "CORS", "params": [{"key": "enabled", "value": "True"}]}],
        }
    )


@machine("GET")
def tables(request: SamsynRequest) -> HttpResponse:
    """The tables, page by page; `query` looks in codes, names and descriptions."""
    asked = _parameters(request)
    words = asked.get("query", [""])[0].casefold().split()
    found = [
        one
        for one in tables_of(request.collaboration)
        if all(word in f"{one.id} {one.label} {one.description}".casefold() for word in words)
    ]
    size = _whole(asked.get("pagesize", ["100"])[0], 100, most=1000)
    number = _whole(asked.get("pagenumber", ["1"])[0], 1)
    pages = max(-(-len(found) // size), 1)
    here = found[(number - 1) * size : number * size]
    own = request.build_absolute_uri(reverse("indicators:api_tables"))
    links = [_link("self", own)]
    if number < pages:
        links.append(_link("next", f"{own}?pageNumber={number + 1}&pageSize={size}"))
    return _json(
        {
            "language": "sv",
            "tables": [_table(request, one) for one in here],
            "page": {
                "pageNumber": number,
                "pageSize": size,
                "totalElements": len(found),
                "totalPages": pages,
                "links": links,
            },
            "links": links[:1],
        }
    )


def _table(request: SamsynRequest, cube: Cube) -> dict[str, Any]:
    years = cube.years
    return {
        "type": "Table",
        "id": cube.id,
        "label": cube.label,
        "description": cube.description,
        "updated": cube.updated.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "firstPeriod": years[0] if years else "",
        "lastPeriod": years[-1] if years else "",
        "category": "public",
        "variableNames": [d.label for d in cube.dimensions],
        "source": cube.source,
        "subjectCode": cube.subject,
        "timeUnit": "Annual",
        "discontinued": False,
        "paths": [[{"id": cube.subject, "label": cube.subject}]],
        "links": [
            _link("self", _own(request, "api_table", cube.id)),
            _link("metadata", _own(request, "api_metadata", cube.id)),
            _link("data", _own(request, "api_data", cube.id)),
        ],
    }


@machine("GET")
def table(request: SamsynRequest, table: str) -> HttpResponse:
    """One table in short."""
    return _json({"language": "sv", **_table(request, _cube(request, table))})


@machine("GET")
def metadata(request: SamsynRequest, table: str) -> HttpResponse:
    """The table's dimensions, values and notes, as JSON-stat without values."""
    cube = _cube(request, table)
    found = json_stat(cube, href=_own(request, "api_metadata", cube.id))
    found["link"] = {"describes": [{"href": _own(request, "api_data", cube.id)}]}
    return _json(found)


@machine("GET", "POST")
def data(request: SamsynRequest, table: str) -> HttpResponseBase:
    """The cells that are asked for, in the format that is asked for."""
    cube = _cube(request, table)
    asked = _parameters(request)
    wanted = _body_selection(request) if request.method == "POST" else _address_selection(asked)
    return _data(request, cube, wanted, asked.get("outputformat", ["json-stat2"])[0])


def _data(
    request: SamsynRequest, cube: Cube, wanted: dict[str, list[str]], name: str
) -> HttpResponseBase:
    if name not in CONTENT_TYPES:
        detail = _("There is no format %(name)s. Choose one of %(formats)s.")
        text = detail % {"name": name[:30], "formats": ", ".join(CONTENT_TYPES)}
        raise Unselectable(400, "Unknown format", text)
    chosen = select(cube, wanted, file=name)
    pieces = written(chosen, name, href=request.build_absolute_uri())
    kind = CONTENT_TYPES[name]
    response: HttpResponse | StreamingHttpResponse = (
        HttpResponse(b"".join(pieces), content_type=kind)
        if chosen.number_of_cells <= HELD_CELLS
        else StreamingHttpResponse(pieces, content_type=kind)
    )
    if name in {"csv", "xlsx", "parquet"}:
        response["Content-Disposition"] = f'attachment; filename="{cube.id}.{name}"'
    return response


@machine("GET")
def default_selection(request: SamsynRequest, table: str) -> HttpResponse:
    """What is chosen when nothing is chosen: everything, so that no single year stands alone."""
    cube = _cube(request, table)
    selection = [{"variableCode": d.code, "valueCodes": ["*"]} for d in cube.dimensions]
    return _json({"language": "sv", "selection": selection, "links": []})


@machine("GET")
def codelist(request: SamsynRequest, codelist: str) -> HttpResponse:
    """The tables have no code lists beside their own values, so each id is unknown."""
    detail = _("There is no code list %(id)s; every table gives its own values in its metadata.")
    return problem(404, "Not found", detail % {"id": codelist[:60]})


@machine("POST")
def saved_queries(request: SamsynRequest) -> HttpResponse:
    """Keeps a query at an address that can be cited."""
    body = _body(request)
    cube = _cube(request, str(body.get("tableId", "")))
    wanted = read_selection({"selection": body.get("selection", [])})
    select(cube, wanted)
    saved = save_query(
        by=None,
        collaboration=request.collaboration,
        table=cube.id,
        query={"selection": wanted, "outputFormat": str(body.get("outputFormat", "json-stat2"))},
    )
    response = _json(_saved(request, saved))
    response.status_code = 201
    return response


@machine("GET")
def saved_query(request: SamsynRequest, key: str) -> HttpResponse:
    """A kept query."""
    return _json(_saved(request, _kept(request, key)))


@machine("GET")
def saved_query_data(request: SamsynRequest, key: str) -> HttpResponseBase:
    """The data of a kept query, as they are now."""
    saved = _kept(request, key)
    asked = _parameters(request).get("outputformat", [saved.query["outputFormat"]])[0]
    return _data(request, _cube(request, saved.table), saved.query["selection"], asked)


def _saved(request: SamsynRequest, saved: SavedQuery) -> dict[str, Any]:
    selection = [
        {"variableCode": code, "valueCodes": values}
        for code, values in saved.query["selection"].items()
    ]
    own = request.build_absolute_uri(reverse("indicators:api_saved_query", args=[saved.key]))
    return {
        "id": saved.key,
        "language": "sv",
        "tableId": saved.table,
        "selection": selection,
        "outputFormat": saved.query["outputFormat"],
        "links": [_link("self", own), _link("data", f"{own}/data")],
    }


def _kept(request: SamsynRequest, key: str) -> SavedQuery:
    saved = SavedQuery.objects.filter(collaboration=request.collaboration, key=key).first()
    if saved is None:
        raise Unselectable(404, "Not found", _("There is no saved query with that id."))
    return saved


def _cube(request: SamsynRequest, code: str) -> Cube:
    cube = table_of(request.collaboration, code)
    if cube is None:
        known = [one.id for one in tables_of(request.collaboration)]
        near = nearest(code, known) or known[:3]
        detail = _("There is no table “%(code)s”. Nearest: %(near)s.")
        raise Unselectable(404, "Not found", detail % {"code": code[:80], "near": ", ".join(near)})
    return cube


def _address_selection(asked: dict[str, list[str]]) -> dict[str, list[str]]:
    """valueCodes[Tid]=2020,2021 in whatever case; a comma inside a function's brackets is not a break."""
    wanted = {}
    for name, values in asked.items():
        if name.startswith("valuecodes[") and name.endswith("]"):
            wanted[name[len("valuecodes[") : -1]] = [
                code for text in values for code in _split(text)
            ]
    return wanted


def _split(text: str) -> list[str]:
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def _body(request: HttpRequest) -> dict[str, Any]:
    if len(request.body) > MAX_BODY:
        raise Unselectable(413, "Too large", _("The query is too large."))
    try:
        body = orjson.loads(request.body or b"{}")
    except orjson.JSONDecodeError as error:
        raise Unselectable(400, "Malformed query", _("The body is not JSON.")) from error
    if not isinstance(body, dict):
        raise Unselectable(400, "Malformed query", _("The body is not an object."))
    return body


def _body_selection(request: HttpRequest) -> dict[str, list[str]]:
    return read_selection(_body(request))


def _parameters(request: HttpRequest) -> dict[str, list[str]]:
    """The address's parameters with their names in lower case: clients write them in both ways."""
    found: dict[str, list[str]] = {}
    for name, values in request.GET.lists():
        found.setdefault(name.casefold(), []).extend(str(value) for value in values)
    return found


def _whole(text: str, otherwise: int, *, most: int = 1_000_000) -> int:
    return min(max(int(text), 1), most) if text.isdigit() and len(text) < 10 else otherwise


def _own(request: HttpRequest, name: str, code: str) -> str:
    return request.build_absolute_uri(reverse(f"indicators:{name}", args=[code]))


def _link(rel: str, href: str) -> dict[str, str]:
    return {"rel": rel, "hreflang": "sv", "href": href}
