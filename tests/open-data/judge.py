#!/usr/bin/python3
"""Reads open data with foreign libraries, and prints what it finds as JSON.

    judge.py atom FILE            the feed as feedparser reads it, and its deleted entries
    judge.py xml FILE             the name of the root element, and the texts of all `loc`
    judge.py openapi FILE         the mistakes of an OpenAPI document
    judge.py catalogue FILE       data sets by their Norwegian title with their distributions, and what is missing

The libraries stand in a folder of their own that PYTHONPATH names.
"""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"


def atom(text):
    import feedparser

    root = ElementTree.fromstring(text)
    feed = feedparser.parse(text)
    deleted = [
        {"ref": one.get("ref"), "when": one.get("when"), "comment": one.findtext(TOMBSTONES + "comment")}
        for one in root.findall(TOMBSTONES + "deleted-entry")
    ]
    names = ["id", "title", "updated", "published", "summary", "link"]
    return {
        "is_wrong": bool(feed.bozo),
        "id": feed.feed.get("id"),
        "title": feed.feed.get("title"),
        "updated": feed.feed.get("updated"),
        "author": feed.feed.get("author"),
        "own": next(link.href for link in feed.feed.links if link.rel == "self"),
        "entries": [{name: one.get(name) for name in names} for one in feed.entries],
        "deleted": deleted,
    }


def xml(text):
    root = ElementTree.fromstring(text)
    locs = [one.text for one in root.iter() if one.tag.endswith("}loc")]
    return {"root": root.tag, "locs": locs}


def openapi(text):
    from openapi_spec_validator import OpenAPIV31SpecValidator

    return [str(error) for error in OpenAPIV31SpecValidator(json.loads(text)).iter_errors()]


def catalogue(text):
    from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef

    graph = Graph().parse(data=text, format="turtle")
    wrong = []

    def needs(subject, *predicates):
        for predicate in predicates:
            if not any(graph.objects(subject, predicate)):
                wrong.append(f"{subject} has no {predicate}")

    def in_languages(subject, predicate):
        tags = [one.language for one in graph.objects(subject, predicate) if isinstance(one, Literal)]
        if len(tags) != len(set(tags)) or not {"nb", "nn"} <= set(tags):
            wrong.append(f"{subject} has {predicate} in {tags}")

    catalogues = list(graph.subjects(RDF.type, DCAT.Catalog))
    if len(catalogues) != 1:
        wrong.append(f"{len(catalogues)} catalogues")
    found = {}
    for subject in catalogues + list(graph.subjects(RDF.type, DCAT.Dataset)):
        needs(subject, DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint)
        in_languages(subject, DCTERMS.title)
        in_languages(subject, DCTERMS.description)
        for card in graph.objects(subject, DCAT.contactPoint):
            needs(card, URIRef("http://www.w3.org/2006/vcard/ns#hasEmail"), URIRef("http://www.w3.org/2006/vcard/ns#fn"))
    for subject in graph.subjects(RDF.type, DCAT.Dataset):
        needs(subject, DCAT.theme, DCTERMS.accessRights)
        if (catalogues[0], DCAT.dataset, subject) not in graph:
            wrong.append(f"{subject} stands in no catalogue")
        title = next(str(one) for one in graph.objects(subject, DCTERMS.title) if one.language == "nb")
        ways = []
        for way in graph.objects(subject, DCAT.distribution):
            needs(way, DCAT.accessURL, DCTERMS.license, RDF.type)
            ways += [str(one) for one in graph.objects(way, DCAT.accessURL)]
        found[title] = {
            "ways": sorted(ways),
            "publisher": [str(one) for one in graph.objects(subject, DCTERMS.publisher)],
        }
    return {"wrong": wrong, "datasets": found}


JUDGES = {"atom": atom, "xml": xml, "openapi": openapi, "catalogue": catalogue}

if __name__ == "__main__":
    print(json.dumps(JUDGES[sys.argv[1]](Path(sys.argv[2]).read_bytes())))
