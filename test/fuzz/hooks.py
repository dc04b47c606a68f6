"""What Schemathesis has to know of a gateway: rules that no schema can say, and what must not be done for real."""

import json
import os

import schemathesis
from schemathesis.generation.meta import CoverageScenario

# The ledger is at least so high.
HEIGHT = int(os.environ["FUZZ_HEIGHT"])

# Rules over several places of a request, which JSON Schema cannot say; their descriptions do.
RULES_BEYOND_SCHEMAS = {
    "names a holding twice",
    "has too many units",
    "to must be after from",
    "must use at most 62 blocks",
    "start must be before end",
    "must name an offer or a bid",
    "may name at most 20 offers and bids",
    "a meter comes with its proof",
    "must be of a P-256 key",
    "its common name is not the enrolment id",
    "holds half of a character",
    "not for lines",
    "must lie 1 to 62 days after from",
    "names the subject of the document",
}

# What is written in these is no matter of a schema; descriptions tell.
DOCUMENTS = {"text/csv", "application/xml"}

# Codes of 400 that a well-formed request may be answered with.
REFUSALS_OF_WELL_FORMED = {"COMMAND_MALFORMED", "CURSOR_INVALID"}

# Done for real, these would end the fuzzer's own accounts, or have a certificate authority busy for minutes.
ONLY_TRIED = ("/v1/key-rotations", "/v1/members", "/suspensions")


@schemathesis.hook
def filter_case(context, case):
    """Unknown headers are to be ignored (RFC 9110, 5.1): they make no request invalid."""
    data = case.meta.phase.data if case.meta is not None else None
    location = getattr(data, "parameter_location", None)
    scenario = getattr(data, "scenario", None)
    if scenario == CoverageScenario.OBJECT_UNEXPECTED_PROPERTIES and location is not None and location.name == "HEADER":
        return False
    # Schemathesis 4.32 takes "0" for an id of the form 0.0.0 in this header.
    return (case.headers or {}).get("Last-Event-ID") != "0"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Keeps requests quick and harmless, without changing whether they are valid."""
    # A gateway waits ten seconds for a block that is not there yet.
    for container, name in ((case.query, "min-block"), (case.headers, "Commonwatt-Min-Block")):
        if container and name in container:
            container[name] = existing_block(container[name])
    if case.method == "POST" and is_valid(case, "query") and case.path.endswith(ONLY_TRIED):
        if "dryRun" in {parameter.name for parameter in case.operation.query}:
            case.query = {**(case.query or {}), "dryRun": "true"}
    # Nobody has this address (RFC 6761): nothing is sent to strangers.
    if isinstance(case.body, dict) and isinstance(case.body.get("url"), str) and is_valid(case, "body"):
        case.body["url"] = "https://fuzz.invalid/" + str(len(case.body["url"]))


def existing_block(value):
    text = str(value)
    if not text.isascii() or not text.isdigit() or text != str(int(text)) or int(text) > 999_999_999_999_999:
        return value
    return str(int(text) % HEIGHT)


def is_valid(case, name):
    component = next((info for kind, info in case.meta.components.items() if kind.value == name), None) if case.meta else None
    return component is None or component.mode.is_positive


@schemathesis.check
def understood(ctx, response, case):
    """A well-formed request is never refused as malformed, but for rules that no schema can say."""
    if case.meta is None or response.status_code != 400:
        return
    if not case.meta.generation.mode.is_positive or not all(info.mode.is_positive for info in case.meta.components.values()):
        return
    problem = json.loads(response.content)
    if problem["code"] in REFUSALS_OF_WELL_FORMED:
        return
    if case.media_type in DOCUMENTS and problem["detail"].startswith("body: "):
        return
    messages = [error["message"] for error in problem.get("errors", [])] or [problem["detail"].partition(": ")[2]]
    if all(message in RULES_BEYOND_SCHEMAS for message in messages):
        return
    raise AssertionError(f"well-formed, but {problem['code']}: {problem['detail']}")


LINES = "application/x-ndjson"


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Of lines, a malformed one is refused alone, by its verdict."""
    if case.media_type != LINES or type(failure).__name__ != "AcceptedNegativeData":
        return True
    return any(verdict["verdict"] != "refused" for verdict in verdicts_in(response))


@schemathesis.check
def lines_answered(ctx, response, case):
    """Lines are answered by a verdict each, in order."""
    if response.status_code != 200 or LINES not in response.headers.get("content-type", [""])[0]:
        return
    numbers = [verdict["line"] for verdict in verdicts_in(response)]
    assert numbers == sorted(set(numbers)), f"answers to the lines {numbers}"


def verdicts_in(response):
    return [json.loads(line) for line in response.content.splitlines()]


@schemathesis.serializer(LINES)
def serialize_lines(ctx, value):
    """The schema is that of one line; here it comes twice."""
    line = json.dumps(value).encode()
    return line + b"\n" + line + b"\n"
