"""The binary file of arrays that the engine reads: 8-bit rows with their scales, each described in a manifest."""

import numpy as np


def write(name, array, manifest, blob, plain=False):
    """Adds an array to `blob` and its place to `manifest`; vectors, and what is to stay `plain`, keep 32 bits."""
    array = np.ascontiguousarray(array, np.float32)
    if array.ndim == 1 or plain:
        kind, data, scales = "f32", array.tobytes(), b""
    else:
        scale = np.abs(array).max(1, keepdims=True) / 127 + 1e-12
        kind, data = "i8", np.round(array / scale).astype(np.int8).tobytes()
        scales = scale.astype(np.float32).tobytes()
    blob += b"\0" * (-len(blob) % 4)
    manifest.append({"name": name, "shape": list(array.shape), "kind": kind, "at": len(blob)})
    blob += scales + data
