"""What Maven says when it fails, in a line that tells what to do."""

from __future__ import annotations

import re

from authoring.errors import GrammarError

_ELSE = "or bring the files from another machine and use --from FOLDER"
_KNOWN = (
    (
        r"No space left on device|not enough space on the disk|Disk quota exceeded|File too large",
        "the disk is full",
        "make room, also in ~/.m2 for Maven, or set AUTHORING_GRAMMAR_DIR to a folder on another disk",
    ),
    (
        r"in offline mode|offline mode",
        "Maven is set to work offline",
        f"remove -o or <offline> from its settings, {_ELSE}",
    ),
    (
        r"status code: 407|Proxy Authentication Required|Proxy authentication",
        "the proxy asks for a name and a password",
        f"set HTTPS_PROXY=http://name:password@host:port, {_ELSE}",
    ),
    (
        r"PKIX path|unable to find valid certification path|SSLHandshakeException",
        "Java does not trust the certificate of the network",
        f"ask who runs your network for its certificate, {_ELSE}",
    ),
    (
        r"Non-parseable settings|Error executing Maven|NoClassDefFound|Could not find or load main class",
        "the Maven of this machine is broken",
        f"try mvn -v, {_ELSE}",
    ),
    (
        r"JAVA_HOME environment variable is not defined correctly|JAVA_HOME is not defined correctly",
        "JAVA_HOME names a folder without a Java",
        "set it to one, or unset it",
    ),
    (
        r"UnknownHost|Unknown host|Network is unreachable|No route to host|Temporary failure in name resolution"
        r"|[Cc]onnection refused|[Cc]onnect(?:ion)? timed out|Connection reset|Connect to |Name or service not known",
        "Maven reaches no repository",
        f"check the network, set HTTPS_PROXY if there is a proxy, {_ELSE}",
    ),
    (
        r"[Cc]hecksum validation failed|Checksum.*mismatch",
        "a file changed on its way here, its sum is another",
        f"try again, {_ELSE}",
    ),
    (
        r"Could not find artifact|status code: 40[134]|Forbidden|Unauthorized",
        "the Maven repository of this machine does not give the files",
        f"check the mirror in Maven's settings, {_ELSE}",
    ),
)
_ERROR = re.compile(r"^\[ERROR\]\s*(\S.*)$", re.MULTILINE)
_LONGEST = 160


def failure(said: str) -> GrammarError:
    """The error to raise where Maven failed and said this."""
    said = re.sub(r"\x1b\[[0-9;]*m", "", said)
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return GrammarError(f"{message}, nothing was installed", hint=hint)
    first = _ERROR.search(said)
    told = (first[1] if first else said.strip().rpartition("\n")[2]).strip()[:_LONGEST]
    return GrammarError(
        f"Maven failed, nothing was installed: {told or 'it does not say why'}", hint=f"try again, {_ELSE}"
    )
