"""What schemathesis has to be told about this API besides its contract. fuzz.ts sets the variables."""

import os
import re

import requests
import schemathesis
from schemathesis.core.media_types import YAML_MEDIA_TYPES
from schemathesis.openapi.checks import RejectedPositiveData, UseAfterFree

ORIGIN = os.environ["FUZZ_ORIGIN"]
# The person of the contract's examples.
ADA = {"email": "ada@example.com", "password": "correct horse battery staple"}
REFRESH_TOKEN = re.compile("gwr_[A-Za-z0-9_-]{43}")


def post(path, body):
    response = requests.post(ORIGIN + path, json=body, timeout=15)
    response.raise_for_status()
    return response


post("/users", {**ADA, "name": "Ada Lovelace"})

if os.environ["FUZZ_CALLER"] == "person":

    # Fuzzing ends the session that it runs in, by logging out or by revoking it. A request that gets 401 is sent once
    # more with a new token, as is the default of schemathesis.
    @schemathesis.auth()
    class LoggedIn:
        def get(self, case, context):
            return post("/sessions", ADA).json()["accessToken"]

        def set(self, case, data, context):
            case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.deserializer(*YAML_MEDIA_TYPES)
def yaml_is_text(context, response):
    """The contract describes YAML as the text that it is; by itself schemathesis would parse it first."""
    return response.text


# The last refresh token that was given out, and whether the next call may keep the cookie that it was drawn with.
wallet = {"token": None, "keeps_cookie": False}


@schemathesis.hook
def after_call(context, case, response):
    if case.operation.label in ("POST /sessions", "POST /session/refresh") and response.status_code in (200, 201):
        wallet["token"] = response.json().get("refreshToken", wallet["token"])


@schemathesis.hook
def before_call(context, case, kwargs):
    """
    A refresh token out of nothing never works, and OpenAPI's links cannot fill a part of a body: the last one given out
    stands in for each that is well formed. A cookie beside it is a call of another site: half of them go without.
    """
    if case.operation.label != "POST /session/refresh" or not isinstance(case.body, dict):
        return
    drawn = case.body.get("refreshToken")
    if wallet["token"] is None or not isinstance(drawn, str) or not REFRESH_TOKEN.fullmatch(drawn):
        return
    case.body = {**case.body, "refreshToken": wallet["token"]}
    if not wallet["keeps_cookie"]:
        case.cookies.clear()
    wallet["keeps_cookie"] = not wallet["keeps_cookie"]


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Keeps what is a failure, and drops four kinds of "schema-valid request rejected" that are none."""
    # An organization is deleted in thirty days, and until then everything goes on.
    if isinstance(failure, UseAfterFree) and re.search(r"/organizations/[^/`]+`?$", failure.free):
        return False
    if not isinstance(failure, RejectedPositiveData):
        return True
    # Its coverage phase calls a request valid though it drew the cookie of that request as invalid.
    if any(part.mode.is_negative for part in case.meta.components.values()):
        return False
    # It takes a header for valid that has lost the quotes which its pattern asks for.
    key = (case.headers or {}).get("Idempotency-Key")
    if key is not None and not key.startswith('"'):
        return False
    # No schema says which keys belong to another payload already.
    if response.status_code == 422 and response.json()["code"] == "idempotency_mismatch":
        return False
    # A cursor is signed: no schema tells one that the list gave out from one that somebody made up.
    return not (response.status_code == 400 and "cursor" in case.query and "cursor" in response.json()["detail"])
