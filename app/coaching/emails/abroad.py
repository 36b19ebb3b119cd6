"""The few words a letter needs in French, Spanish and German, where the user's own are English."""

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
