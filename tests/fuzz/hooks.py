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
KEYS = "/organizations/{organizationId}/api-keys"
REFRESH_TOKEN = re.compile("gwr_[A-Za-z0-9_-]{43}")


def post(path, body):
    response = requests.post(ORIGIN + path, json=body, timeout=15)
    response.raise_for_status()
    return response


# By which the server knows ours again.
device = {}
# The last refresh token that was given out, and whether the next call may keep the cookie that it was drawn with.
wallet = {"token": None, "keeps_cookie": False}
# Where the last API key is: links lead to one so late that hardly a chain comes that far.
last_key = {}

if os.environ["FUZZ_CALLER"] == "person":

    # Fuzzing ends the session that it runs in, by logging out or by revoking it. A request that gets 401 is sent once
    # more with a new token, as is the default of schemathesis.
    @schemathesis.auth()
    class LoggedIn:
        def get(self, case, context):
            # Of a device that the account knows, whose attempts count apart from all those that are made up.
            grant = post("/sessions", {**ADA, **device}).json()
            device["deviceToken"] = grant["deviceToken"]
            wallet["token"] = grant["refreshToken"]
            return grant["accessToken"]

        def set(self, case, data, context):
            case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.deserializer(*YAML_MEDIA_TYPES)
def yaml_is_text(context, response):
    """The contract describes YAML as the text that it is; by itself schemathesis would parse it first."""
    return response.text


@schemathesis.hook
def after_call(context, case, response):
    if case.operation.label in ("POST /sessions", "POST /session/refresh") and response.status_code in (200, 201):
        wallet["token"] = response.json().get("refreshToken", wallet["token"])
    if case.operation.label == f"POST {KEYS}" and response.status_code == 201:
        last_key.update(case.path_parameters, keyId=response.json()["apiKey"]["id"])


@schemathesis.hook
def before_call(context, case, kwargs):
    """
    A refresh token out of nothing never works, and OpenAPI's links cannot fill a part of a body: the last one given out
    stands in for each that is well formed. A cookie beside it is a call of another site: half of them go without.
    """
    if case.operation.label == f"POST {KEYS}/{{keyId}}/rotation" and last_key and case.meta.generation.mode.is_positive:
        case.path_parameters = dict(last_key)
    # A wrong password would use up what the device may try.
    if case.operation.label == "POST /sessions" and isinstance(case.body, dict) and ADA.items() <= case.body.items():
        case.body = {**case.body, **device}
    if case.operation.label == "PUT /me/password" and isinstance(case.body, dict) and "password" in case.body:
        keep_password(case)
    if case.operation.label != "POST /session/refresh" or not isinstance(case.body, dict):
        return
    drawn = case.body.get("refreshToken")
    if wallet["token"] is None or not isinstance(drawn, str) or not REFRESH_TOKEN.fullmatch(drawn):
        return
    case.body = {**case.body, "refreshToken": wallet["token"]}
    if not wallet["keeps_cookie"]:
        case.cookies.clear()
    wallet["keeps_cookie"] = not wallet["keeps_cookie"]


def keep_password(case):
    """Who changed their password to something drawn could not log in any more. What is drawn as wrong stays wrong."""
    drawn = case.body["password"]
    if isinstance(drawn, str) and 8 <= len(drawn) <= 1024:
        case.body = {**case.body, "password": ADA["password"]}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Keeps what is a failure, and drops six kinds of "schema-valid request rejected" that are none."""
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
    # No schema says how often one may guess.
    if response.status_code == 429 and response.json()["code"] == "too_many_attempts":
        return False
    # No schema lists the passwords that many people have.
    if response.status_code == 422 and "common_password" in response.text:
        return False
    # No schema says which keys belong to another payload already.
    if response.status_code == 422 and response.json()["code"] == "idempotency_mismatch":
        return False
    # A cursor is signed: no schema tells one that the list gave out from one that somebody made up.
    return not (response.status_code == 400 and "cursor" in case.query and "cursor" in response.json()["detail"])
