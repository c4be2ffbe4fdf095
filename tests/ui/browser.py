"""An operator's way through Dagster, in a browser: see the graph, materialize all, look at the dataset and its checks.

Run by `make test-ui` and not with the other tests: it needs Chromium and a minute. The tests follow each other.
"""
import json
import re
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from conftest import SECONDS, Served  # type: ignore[import-not-found]
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from pipelines.publish.facade import read_release
from schemas.tables import TABLES

GROUPS = ("sources", "texts", "records", "dataset", "release", "quality")
ASSETS = ["seeds", "texts", "items", "codings", "links", *TABLES, "release", "accuracy"]
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def page(browser: Browser, dagster: Served) -> Page:
    """A page on a light ground; every test has its own."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light", base_url=dagster.url)
    page.set_default_timeout(PATIENCE)
    return page


def open_graph(page: Page) -> None:
    """The graph with all groups open, the list beside it folded away."""
    page.goto(f"/asset-groups?expanded={','.join(f'global@global:{group}' for group in GROUPS)}")
    expect(page.get_by_text("seeds", exact=True).last).to_be_visible(timeout=PATIENCE)
    page.locator('[aria-label="panel_show_right"]').last.click()
    page.wait_for_timeout(2000)  # the graph glides into its place


def take(page: Page, path: Path) -> None:
    """A picture of the page, in 128 colours: a third of the size, and the eye sees no difference."""
    Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(128).save(path, optimize=True)


def runs(dagster: Served) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = dagster.graphql("{runsOrError{... on Runs{results{runId status}}}}")["runsOrError"]["results"]
    return found


def end_of_first_run(dagster: Served) -> str:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if (found := runs(dagster)) and found[-1]["status"] in ("SUCCESS", "FAILURE", "CANCELED"):
            return str(found[-1]["status"])
        time.sleep(0.5)
    return "still under way"


def test_the_graph_shows_every_asset_and_materialize_all_succeeds(page: Page, dagster: Served) -> None:
    open_graph(page)
    for asset in ASSETS:
        expect(page.get_by_text(asset, exact=True).last).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Materialize all").click()
    assert end_of_first_run(dagster) == "SUCCESS"
    assert set(read_release(dagster.data)) == set(TABLES)


def test_the_graph_tells_the_story_from_left_to_right(page: Page, images: Path) -> None:
    open_graph(page)
    places = [page.get_by_text(asset, exact=True).last.bounding_box() for asset in ("seeds", "texts", "codings", "events", "release")]
    assert [place["x"] for place in places if place] == sorted(place["x"] for place in places if place) and all(places)
    take(page, images / "graph.png")


def test_the_release_shows_the_dataset_on_one_page(page: Page, images: Path) -> None:
    page.goto("/assets/release?view=overview")
    expect(page.get_by_text("who_meets_whom", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("tribute").first).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 1300})
    page.wait_for_timeout(500)
    take(page, images / "release.png")


def test_events_show_contract_rows_and_pictures(page: Page, dagster: Served, images: Path) -> None:
    page.goto("/assets/events?view=overview")
    rows = len(read_release(dagster.data, "events"))
    expect(page.get_by_text(re.compile(rf"^{rows}$")).first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("date_basis", exact=True).first).to_be_visible()
    page.get_by_text("[Show Markdown]").first.click()
    picture = page.locator("img[src^='data:image/svg+xml']")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 0, "the picture is drawn, not only there"
    page.wait_for_timeout(500)
    take(page, images / "events.png")


def test_every_check_of_events_passed(page: Page, images: Path) -> None:
    page.goto("/assets/events?view=checks")
    for check in ("contract", "dated", "evidence", "keys_and_references", "row_count"):
        expect(page.get_by_text(check, exact=True).first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Succeeded")).to_have_count(5)
    take(page, images / "checks.png")


MUTATION = 'mutation{wipeAssets(assetPartitionRanges:[{assetKey:{path:["events"]}}]){__typename}}'


def test_read_only_shows_all_and_changes_nothing(start: Callable[..., Served], browser: Browser) -> None:
    shown = start("--read-only")
    page = browser.new_page(base_url=shown.url)
    page.goto("/asset-groups")
    expect(page.get_by_role("button", name="Materialize all")).to_be_disabled(timeout=PATIENCE)
    with urllib.request.urlopen(f"{shown.url}/graphql?query={urllib.parse.quote(MUTATION)}") as answer:
        assert json.load(answer)["data"]["wipeAssets"]["__typename"] == "UnauthorizedError"
    assert shown.graphql('{assetNodeOrError(assetKey:{path:["events"]}){... on AssetNode{assetMaterializations(limit:1){runId}}}}')[
        "assetNodeOrError"]["assetMaterializations"]
