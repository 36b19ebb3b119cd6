"""The few words a letter needs in French, Spanish and German, where the user's own are English."""

import re

from app.coaching.emails.wording import DAYS, MONTHS

ABROAD = {
    "fr": {
        "role": "J'aimerais mieux comprendre votre rôle et vos priorités.",
        "career": "J'aimerais avoir votre point de vue sur mon évolution professionnelle.",
        "other": "J'aimerais mieux comprendre vos priorités.",
        "manager": "mon manager",
        "leader": "notre responsable",
    },
    "es": {
        "role": "Me gustaría entender mejor su función y sus prioridades.",
        "career": "Me gustaría conocer su opinión sobre mi desarrollo profesional.",
        "other": "Me gustaría entender mejor sus prioridades.",
        "manager": "mi responsable",
        "leader": "tu responsable",
    },
    "de": {
        "role": "Ich würde Ihre Aufgabe und Ihre Prioritäten gern besser verstehen.",
        "career": "Mich interessiert Ihre Sicht auf meine berufliche Entwicklung.",
        "other": "Ich würde Ihre Prioritäten gern besser verstehen.",
        "manager": "meine Führungskraft",
        "leader": "deiner Führungskraft",
    },
}

_DAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
_SOON = {
    "today": {"fr": "aujourd'hui", "es": "hoy", "de": "heute"},
    "tomorrow": {"fr": "demain", "es": "mañana", "de": "morgen"},
}
_WHEN = re.compile(
    rf"(?:on\s+)?(?:(?P<soon>today|tomorrow)|(?P<day>{'|'.join(DAYS)})?,?\s*(?:(?:the\s+)?(?P<date>\d{{1,2}})(?:st|nd"
    rf"|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)}))?)(?:,?\s+at\s+(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm)?)?",
    re.I,
)


def when_abroad(when: str, code: str) -> str:
    """Return a plain English date in French, Spanish or German; empty when it is not plain enough.

    Args:
        when: "Thursday", "on 12 May", "tomorrow at 3 pm".
        code: fr, es or de.
    """
    match = _WHEN.fullmatch(when.strip(" .,"))
    if not match or not (match["soon"] or match["day"] or match["month"]):
        return ""
    if match["soon"]:
        said = _SOON[match["soon"].lower()][code]
    else:
        day = _DAYS[code][DAYS.index(match["day"].lower())] if match["day"] else ""
        date = ""
        if match["month"]:
            month = _MONTHS[code][MONTHS.index(match["month"].lower())]
            date = {"fr": "{} {}", "es": "{} de {}", "de": "{}. {}"}[code].format(match["date"], month)
        article = {"fr": "" if day else "le ", "es": "el ", "de": "am "}[code]
        joint = ", den " if code == "de" and day and date else " " if day and date else ""
        said = f"{article}{day}{joint}{date}"
    if match["hour"]:
        hour = int(match["hour"]) + (12 if (match["half"] or "").lower() == "pm" and int(match["hour"]) < 12 else 0)
        minute = match["minute"] or ""
        said += {
            "fr": f" à {hour} h{f' {minute}' if minute else ''}",
            "es": f" a las {hour}:{minute or '00'}",
            "de": f" um {hour}{f':{minute}' if minute else ''} Uhr",
        }[code]
    return said
