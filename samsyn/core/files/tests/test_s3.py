"""Files in an S3 store, over a real S3 interface on loopback."""

import boto3
import pytest
from django.core.files.storage import default_storage
from moto.server import ThreadedMotoServer

from samsyn.config import environment
from samsyn.core.files.interface import hand_out, read_stored, remove_stored, store_made

BUCKET = "samsyn-files"


@pytest.fixture(scope="module")
def endpoint():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint, settings, monkeypatch):
    """A store as an installation names it in its environment."""
    for name, value in {
        "BUCKET": BUCKET,
        "ENDPOINT": endpoint,
        "ACCESS_KEY": "key",
        "SECRET_KEY": "secret",
    }.items():
        monkeypatch.setenv(f"SAMSYN_S3_{name}", value)
    settings.STORAGES = {**settings.STORAGES, "default": environment.file_storage()}
    store = boto3.resource(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id="key",
        aws_secret_access_key="secret",  # guards nothing
        region_name="eu-north-1",
    )
    bucket = store.Bucket(BUCKET)
    bucket.create(CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    yield bucket
    bucket.objects.all().delete()
    bucket.delete()


def test_a_file_goes_to_the_store_and_comes_back_byte_for_byte(db, bucket):
    content = bytes(range(256)) * 1000
    stored = store_made(name="Brev å.pdf", content=content, content_type="application/pdf", by=None)
    assert [item.key for item in bucket.objects.all()] == [stored.file.name]
    assert read_stored(stored) == content
    assert b"".join(hand_out(stored).streaming_content) == content
    stored.file.close()


def test_a_removed_file_goes_from_the_store_when_it_is_sure(
    db, bucket, django_capture_on_commit_callbacks
):
    stored = store_made(name="a.txt", content=b"x", content_type="text/plain", by=None)
    with django_capture_on_commit_callbacks(execute=True):
        remove_stored(stored)
        assert default_storage.exists(stored.file.name)
    assert not list(bucket.objects.all())
