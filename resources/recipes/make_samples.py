"""Makes the samples beside the embedded model: pictures, object clouds and rooms that no training showed, with their
boxes and true captions, and what the model says of them; and the pictures of a shop, whose captions have a wording of
their own and wait to be reviewed and learnt.

    python3 make_samples.py path/to/regionblip models/regionblip-mini

Needs numpy and Debian's fonts-noto-color-emoji."""

import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy

PICTURES, OBJECTS, ROOMS, SHELVES = 16, 4, 4, 28
SEED = "90017"

program, model = sys.argv[1], pathlib.Path(sys.argv[2])
target = model / "samples"


def synth(kind, count, folder, *more, seed=SEED):
    subprocess.run([program, "synth", "--kind", kind, "--images", str(10 * count), "--seed", seed, "--output", str(folder), *more],
                   check=True, stdout=subprocess.DEVNULL)
    return folder / "test"  # a tenth


def captions(arguments):
    out = subprocess.run([program, "caption", *map(str, arguments), "--model", str(model), "--json"], check=True, capture_output=True, text=True)
    return [{"model_caption": region["captions"][0]["text"], "token_ids": region["captions"][0]["token_ids"]}
            for region in json.loads(out.stdout)["regions"]]


def numbers(values):
    return ",".join(f"{value:.17g}" for value in values)


def size_of(picture):
    words = subprocess.run(["identify", "-format", "%w %h", str(picture)], check=True, capture_output=True, text=True).stdout.split()
    return {"width": int(words[0]), "height": int(words[1])}


def shop(made):
    """Pictures of several things each, captioned as a shop would speak of them; every fifth is kept for measuring."""
    regions = json.load(open(made / "regions.json"))
    for r in regions:
        r["words"] = re.fullmatch(r"(?:an?|some) (.+) (to the left of|to the right of|above|below) (?:an?|some) (.+)", r["caption"])
    names = sorted({r["image"] for r in regions if r["words"]})[:SHELVES]
    for index, image in enumerate(names):
        name = f"shop{index:02d}.jpg"
        shutil.copy(made / image, target / name)
        yield {"file": name, **size_of(target / name), "split": "val" if index % 5 == 4 else "train",
               "regions": [{"bbox": r["bbox"], "caption": "here is the {}, {} the {}".format(*r["words"].groups())}
                           for r in regions if r["image"] == image and r["words"]]}


def pictures(made):
    """A list for the sample project, and what the model says."""
    regions = json.load(open(made / "regions.json"))
    samples, said = [], []
    for index, whole in enumerate(json.load(open(made / "captions.json"))):
        name = f"scene{index:02d}.jpg"
        shutil.copy(made / whole["image"], target / name)
        own = [r for r in regions if r["image"] == whole["image"]]
        samples.append({"file": name, **size_of(target / name), "caption": whole["caption"],
                        "regions": [{"bbox": r["bbox"], "caption": r["caption"]} for r in own]})
        boxes = [argument for r in own for argument in ("--box", numbers(r["bbox"]))]
        said.append({"file": name, "whole": captions([target / name])[0], "regions": captions([target / name, *boxes])})
    return samples, said


def objects(made):
    for index, (folder, caption) in enumerate(list(csv.reader(open(made / "captions.csv")))[:OBJECTS]):
        name = f"object{index}.npy"
        points = numpy.load(made / folder / f"{folder}_8192.npz")
        numpy.save(target / name, points[points.files[0]][:1024, :3].astype(numpy.float32))
        yield {"file": name, "caption": caption, **captions([target / name])[0]}


def rooms(made):
    spoken = json.load(open(made / "scanrefer.json"))
    for index, scene in enumerate(sorted({entry["scene_id"] for entry in spoken})[:ROOMS]):
        name = f"room{index}.npy"
        numpy.save(target / name, numpy.load(made / f"{scene}_aligned_vert.npy")[:, :3].astype(numpy.float32))
        boxes = numpy.load(made / f"{scene}_aligned_bbox.npy")
        own = [entry for entry in spoken if entry["scene_id"] == scene]
        places = [[round(float(value), 4) for value in boxes[int(entry["object_id"])][:6]] for entry in own]
        said = captions([target / name, *(argument for place in places for argument in ("--box3", numbers(place)))])
        yield {"file": name, "regions": [{"box3": place, "caption": entry["description"], **spoken_of}
                                         for place, entry, spoken_of in zip(places, own, said)]}


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    samples, said = pictures(synth("pictures", PICTURES, scratch / "pictures", "--names", "200", "--scale", "4"))
    clouds = [*objects(synth("objects", OBJECTS, scratch / "objects")), *rooms(synth("rooms", ROOMS, scratch / "rooms"))]
    shelves = list(shop(synth("pictures", 2 * SHELVES, scratch / "shop", "--names", "200", "--scale", "2", seed=SEED + "1")))
    (target / "review.json").write_text(json.dumps(shelves, indent=1))
    (target / "samples.json").write_text(json.dumps(samples, indent=1))
    (target / "captions.json").write_text(json.dumps({"pictures": said, "clouds": clouds}, indent=1))
