"""The columns of the matrix: who walks, and as whom in the demo county."""

VISITOR = "visitor"
# In the order of the columns. "elsewhere" belongs to the other collaboration; officer, contact and manager to one office,
# Jönköping; "neighbour" speaks for another, Nässjö. "leader" and "group" are officers, of Nässjö and Jönköping, who lead
# and belong to the project group of the school campaign.
COLUMNS = {
    VISITOR: "",
    "elsewhere": "samordnare.annan@exempel.se",
    "officer": "handlaggare2.jonkoping@exempel.se",
    "contact": "kontakt.jonkoping@exempel.se",
    "manager": "chef.jonkoping@exempel.se",
    "neighbour": "kontakt.nassjo@exempel.se",
    "leader": "handlaggare.nassjo@exempel.se",
    "group": "handlaggare.jonkoping@exempel.se",
    "steering": "styrgrupp@exempel.se",
    "coordinator": "samordnare@exempel.se",
    "guidance": "lansstyrelsen@exempel.se",
    "region": "region@exempel.se",
    "lecturer": "forelasare@exempel.se",
    "editor": "redaktor@exempel.se",
    "admin": "admin@exempel.se",
}
