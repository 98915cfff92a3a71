"""What schemathesis has to be told about this API besides its contract. fuzz.ts sets the variables."""

import os

import requests
import schemathesis
from schemathesis.core.media_types import YAML_MEDIA_TYPES
from schemathesis.openapi.checks import RejectedPositiveData

ORIGIN = os.environ["FUZZ_ORIGIN"]
# The person of the contract's examples.
ADA = {"email": "ada@example.com", "password": "correct horse battery staple"}


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


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Links that OpenAPI has no word for: its requestBody is one value, and a refresh needs two."""
    granted = raw_schema["paths"]["/sessions"]["post"]["responses"]["201"]
    refreshed = raw_schema["paths"]["/session/refresh"]["post"]["responses"]["200"]
    for answer in (granted, refreshed):
        answer.setdefault("links", {})["refresh"] = {
            "operationId": "refreshSession",
            "requestBody": {"transport": "bearer", "refreshToken": "$response.body#/refreshToken"},
        }


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Keeps what is a failure, and drops two kinds of "schema-valid request rejected" that are none."""
    if not isinstance(failure, RejectedPositiveData):
        return True
    # Its coverage phase calls a request valid though it drew the cookie of that request as invalid.
    if any(part.mode.is_negative for part in case.meta.components.values()):
        return False
    # A cursor is signed: no schema tells one that the list gave out from one that somebody made up.
    return not (response.status_code == 400 and "cursor" in case.query and "cursor" in response.json()["detail"])
