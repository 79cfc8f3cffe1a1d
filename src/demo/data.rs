//! The demo's facts: public organisations that exist, people who do not. Dates are offsets, so that the demo is
//! always about to have a meeting.

/// Organisation: number, name, short name, kind, service owner.
pub type OrganisationFacts = (&'static str, &'static str, &'static str, &'static str, bool);

pub const DIGDIR: usize = 0;
pub const MINISTRY: usize = 14;
pub const OUTSIDE: usize = 15;

/// Digdir first, then the thirteen members in the order of their seats, then the ministry and a service owner outside.
pub const ORGANISATIONS: [OrganisationFacts; 16] = [
    (
        "991825827",
        "Digitaliseringsdirektoratet",
        "Digdir",
        "state_agency",
        false,
    ),
    (
        "974760673",
        "Brønnøysundregistrene",
        "Brreg",
        "state_agency",
        true,
    ),
    (
        "974761076",
        "Skatteetaten",
        "Skatteetaten",
        "state_agency",
        true,
    ),
    (
        "971040238",
        "Statens kartverk",
        "Kartverket",
        "state_agency",
        true,
    ),
    ("971032146", "KS", "KS", "association", false),
    (
        "889640782",
        "Arbeids- og velferdsetaten",
        "Nav",
        "state_agency",
        true,
    ),
    (
        "960885406",
        "Statens lånekasse for utdanning",
        "Lånekassen",
        "state_agency",
        true,
    ),
    (
        "983544622",
        "Helsedirektoratet",
        "Hdir",
        "state_agency",
        true,
    ),
    (
        "982531950",
        "Politidirektoratet",
        "POD",
        "state_agency",
        true,
    ),
    (
        "971526920",
        "Statistisk sentralbyrå",
        "SSB",
        "state_agency",
        true,
    ),
    (
        "974760223",
        "Direktoratet for byggkvalitet",
        "DiBK",
        "state_agency",
        true,
    ),
    (
        "974760746",
        "Utlendingsdirektoratet",
        "UDI",
        "state_agency",
        true,
    ),
    (
        "964338531",
        "Bergen kommune",
        "Bergen",
        "municipality",
        true,
    ),
    (
        "959159092",
        "Halden kommune",
        "Halden",
        "municipality",
        true,
    ),
    (
        "",
        "Digitaliserings- og forvaltningsdepartementet",
        "DFD",
        "ministry",
        false,
    ),
    (
        "940039541",
        "Fredrikstad kommune",
        "Fredrikstad",
        "municipality",
        true,
    ),
];

/// A seat's kind, and the index of the organisation that sits on it; none is vacant.
pub const SEATS: [(&str, Option<usize>); 14] = [
    ("permanent", Some(1)),
    ("permanent", Some(2)),
    ("permanent", Some(3)),
    ("permanent", Some(4)),
    ("largest", Some(5)),
    ("largest", Some(6)),
    ("largest", Some(7)),
    ("largest", Some(8)),
    ("rotating", Some(9)),
    ("rotating", Some(10)),
    ("rotating", Some(11)),
    ("rotating", None),
    ("rotating_municipality", Some(12)),
    ("rotating_municipality", Some(13)),
];

/// Person: name, local part of the address, language, title, index of the organisation.
pub type PersonFacts = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
);

pub const SECRETARIES: [PersonFacts; 2] = [
    ("Kari Nordbø", "kari.nordbo", "nb", "seniorrådgiver", DIGDIR),
    ("Jon Aasebø", "jon.aasebo", "nn", "rådgjevar", DIGDIR),
];
pub const CHAIR: PersonFacts = ("Ingrid Solvang", "ingrid.solvang", "nb", "direktør", DIGDIR);
pub const SERVICE_OWNER: PersonFacts = (
    "Mette Lunder",
    "mette.lunder",
    "nb",
    "digitaliseringsrådgiver",
    OUTSIDE,
);
pub const OBSERVER: PersonFacts = (
    "Siv Ekeland",
    "siv.ekeland",
    "nb",
    "underdirektør",
    MINISTRY,
);

/// The members' representatives. Halden has not named one yet.
pub const MEMBERS: [PersonFacts; 12] = [
    (
        "Terje Brattvik",
        "terje.brattvik",
        "nb",
        "avdelingsdirektør",
        1,
    ),
    (
        "Hanne Skaugerud",
        "hanne.skaugerud",
        "nb",
        "avdelingsdirektør",
        2,
    ),
    ("Olav Myklebø", "olav.myklebo", "nn", "avdelingsdirektør", 3),
    (
        "Randi Fossheim",
        "randi.fossheim",
        "nb",
        "områdedirektør",
        4,
    ),
    ("Per Anders Våge", "per.vage", "nb", "avdelingsdirektør", 5),
    ("Gro Tveitane", "gro.tveitane", "nn", "avdelingsdirektør", 6),
    (
        "Amir Lindqvist",
        "amir.lindqvist",
        "nb",
        "avdelingsdirektør",
        7,
    ),
    ("Elin Røberg", "elin.roberg", "nb", "avdelingsdirektør", 8),
    ("Sara Ajohka", "sara.ajohka", "nb", "avdelingsdirektør", 9),
    (
        "Nils Hovlandsvik",
        "nils.hovlandsvik",
        "nn",
        "seksjonssjef",
        10,
    ),
    ("Thea Granli", "thea.granli", "nb", "avdelingsdirektør", 11),
    (
        "Kjersti Askeland",
        "kjersti.askeland",
        "nn",
        "digitaliseringsdirektør",
        12,
    ),
];

/// The product council's members, among the people above by index in [`MEMBERS`].
pub const COUNCIL: [usize; 6] = [0, 1, 4, 5, 8, 11];
