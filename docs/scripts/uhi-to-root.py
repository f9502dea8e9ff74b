#!/usr/bin/env python3
"""Histograms in UHI JSON, as './sagitta export --format uhi' writes them, to a ROOT file: uhi-to-root.py IN.json[.gz] OUT.root

Needs the Python packages numpy, hist and uproot.
"""
import gzip
import json
import sys

import hist
import numpy as np
import uproot

source, target = sys.argv[1:]
with (gzip.open if source.endswith(".gz") else open)(source, "rt") as file:
    histograms = json.load(file)
with uproot.recreate(target) as root:
    for name, content in histograms.items():
        axes = [
            hist.axis.Regular(a["bins"], a["lower"], a["upper"], name=a["metadata"]["name"])
            for a in content["axes"]
        ]
        filled = hist.Hist(*axes, storage=hist.storage.Weight(), name=name)
        filled.view()["value"] = content["storage"]["values"]
        filled.view()["variance"] = content["storage"].get("variances", np.zeros(filled.shape))
        root[name] = filled
