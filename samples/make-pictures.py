#!/usr/bin/env python3
"""make-pictures.py - draws the pictures and logos of the samples.

Nothing but the standard library draws and writes PNG; the one JPEG is made
from a PPM by cjpeg (Debian: libjpeg-turbo-progs).  Run it in any folder: the
files are written beside each sample's release.xml, the same bytes each time.
"""
import math
import random
import subprocess
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SUBLINES = 5                    # sub-scanlines a pixel row, for smooth edges


def mix(a, b, t):
    """The colour at t between a and b."""
    t = min(1.0, max(0.0, t))
    return tuple(x + (y - x) * t for x, y in zip(a, b))


def rgb(text, alpha=1.0):
    return tuple(int(text[i:i + 2], 16) for i in (0, 2, 4)) + (alpha,)


def ramp(*stops):
    """A function from height to colour through (height, colour) stops."""
    def at(_, y):
        for (y0, c0), (y1, c1) in zip(stops, stops[1:]):
            if y <= y1:
                return mix(c0, c1, (y - y0) / (y1 - y0))
        return stops[-1][1]
    return at


class Canvas:
    """Rows of straight-alpha RGBA floats; shapes are filled polygons."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.rows = [[(0.0, 0.0, 0.0, 0.0)] * width for _ in range(height)]

    def put(self, x, y, colour, cover):
        r, g, b, a = colour
        a *= cover
        if a >= 0.999:
            self.rows[y][x] = (r, g, b, 1.0)
            return
        r0, g0, b0, a0 = self.rows[y][x]
        out = a + a0 * (1 - a)
        if out > 0:
            k0, k1 = a0 * (1 - a) / out, a / out
            self.rows[y][x] = (r0 * k0 + r * k1, g0 * k0 + g * k1,
                               b0 * k0 + b * k1, out)

    def paint(self, colour):
        """Every pixel, with a colour or a function of (x, y)."""
        for y in range(self.height):
            for x in range(self.width):
                c = colour(x, y) if callable(colour) else colour
                self.put(x, y, c, 1.0)

    def fill(self, colour, *polygons):
        """The polygons together, even-odd; colour may be a function."""
        edges = []
        for points in polygons:
            for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
                if y0 != y1:
                    edges.append((x0, y0, x1, y1) if y0 < y1
                                 else (x1, y1, x0, y0))
        if not edges:
            return
        top = max(0, math.floor(min(e[1] for e in edges)))
        end = min(self.height, math.ceil(max(e[3] for e in edges)))
        for y in range(top, end):
            live = [e for e in edges if e[1] < y + 1 and e[3] > y]
            if live:
                self._row(y, live, colour)

    def _row(self, y, edges, colour):
        cover = {}
        solid = []
        for i in range(SUBLINES):
            at = y + (i + 0.5) / SUBLINES
            xs = sorted(x0 + (at - y0) * (x1 - x0) / (y1 - y0)
                        for x0, y0, x1, y1 in edges if y0 <= at < y1)
            for left, right in zip(xs[::2], xs[1::2]):
                left, right = max(0.0, left), min(float(self.width), right)
                if left < right:
                    self._span(left, right, cover, solid)
        change = {}
        for first, last in solid:
            change[first] = change.get(first, 0) + 1
            change[last] = change.get(last, 0) - 1
        depth = 0
        marks = sorted(change)
        for first, last in zip(marks, marks[1:]):
            depth += change[first]
            if depth:
                for x in range(first, last):
                    cover[x] = cover.get(x, 0.0) + depth
        for x, amount in cover.items():
            c = colour(x, y) if callable(colour) else colour
            self.put(x, y, c, min(1.0, amount / SUBLINES))

    @staticmethod
    def _span(left, right, cover, solid):
        first, last = int(left), int(right)
        if first == last:
            cover[first] = cover.get(first, 0.0) + right - left
            return
        cover[first] = cover.get(first, 0.0) + first + 1 - left
        if last < right:
            cover[last] = cover.get(last, 0.0) + right - last
        if first + 1 < last:
            solid.append((first + 1, last))

    def pixels(self, alpha):
        """Bytes of each row, slightly dithered so that skies do not band."""
        noise = random.Random(7)
        for row in self.rows:
            line = bytearray()
            for r, g, b, a in row:
                n = noise.random() - 0.5 if not alpha else 0.0
                line += bytes(max(0, min(255, round(v + n)))
                              for v in (r, g, b))
                if alpha:
                    line.append(round(a * 255))
            yield bytes(line)

    def png(self, path, alpha=True, dither=True):
        def chunk(kind, data):
            crc = zlib.crc32(kind + data)
            return struct.pack(">I", len(data)) + kind + data + struct.pack(
                ">I", crc)

        size = 4 if alpha else 3
        packed = zlib.compressobj(9)
        data = b""
        above = bytes(self.width * size)
        for line in self.pixels(alpha or not dither):
            if not alpha and not dither:
                line = bytes(v for i, v in enumerate(line) if i % 4 != 3)
            up = bytes((v - u) & 255 for v, u in zip(line, above))
            data += packed.compress(b"\2" + up)     # filter 2: less the above
            above = line
        data += packed.flush()
        head = struct.pack(">IIBBBBB", self.width, self.height, 8,
                           6 if alpha else 2, 0, 0, 0)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
                         + chunk(b"IDAT", data) + chunk(b"IEND", b""))

    def jpeg(self, path, quality):
        ppm = b"P6 %d %d 255\n" % (self.width, self.height)
        ppm += b"".join(self.pixels(False))
        made = subprocess.run(["cjpeg", "-quality", str(quality), "-optimize",
                               "-progressive"], input=ppm, check=True,
                              stdout=subprocess.PIPE)
        path.write_bytes(made.stdout)


def box(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def ellipse(x, y, rx, ry=None, steps=120):
    ry = rx if ry is None else ry
    return [(x + rx * math.cos(2 * math.pi * i / steps),
             y + ry * math.sin(2 * math.pi * i / steps))
            for i in range(steps)]


def gear(x, y, inner, outer, teeth):
    """A circle with a soft wavy rim."""
    points = []
    for i in range(teeth * 12):
        angle = 2 * math.pi * i / (teeth * 12)
        radius = (inner + outer) / 2 + (outer - inner) / 2 * math.cos(
            angle * teeth)
        points.append((x + radius * math.cos(angle),
                       y + radius * math.sin(angle)))
    return points


def stroke(points, width):
    """A polyline as a polygon of even width (for gentle curves)."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        x0, y0 = points[max(0, i - 1)]
        x1, y1 = points[min(len(points) - 1, i + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        dx, dy = (y1 - y0) / length * width / 2, (x0 - x1) / length * width / 2
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return left + right[::-1]


def wave(x0, x1, y, height, length, phase=0.0):
    return [(x, y + height * math.sin((x - x0) / length * 2 * math.pi + phase))
            for x in range(int(x0), int(x1) + 1, 2)]


def ridge(width, base, height, seed):
    """A line of hills across the picture: a sum of slow sines."""
    rng = random.Random(seed)
    parts = [(rng.uniform(0.6, 1.0) / k, k * rng.uniform(0.8, 1.2),
              rng.uniform(0, 6.3)) for k in (1.3, 2.4, 4.1, 7.7, 15, 29)]
    return [(x, base - height * (0.9 + sum(
        a * math.sin(f * 2 * math.pi * x / width + p) for a, f, p in parts)))
        for x in range(0, width + 4, 4)]


def hills(canvas, colour, base, height, seed, floor):
    line = ridge(canvas.width, base, height, seed)
    canvas.fill(colour, line + [(canvas.width + 4, floor), (0, floor)])


def glints(canvas, rng, count, sun_x, top, bottom, colour):
    """Light on water: thin lenses, wider and longer towards the viewer."""
    for _ in range(count):
        depth = rng.random() ** 1.5
        y = top + (bottom - top) * depth
        spread = 30 + 260 * depth
        x = rng.gauss(sun_x, spread)
        rx = rng.uniform(8, 26) * (0.5 + 2.4 * depth)
        away = abs(x - sun_x) / (spread * 2.2)
        shade = colour[:3] + (max(0.05, 0.62 - 0.5 * away),)
        canvas.fill(shade, ellipse(x, y, rx, 0.8 + 2.2 * depth, 24))


def ferry(c, x, y, k):
    """An electric ferry seen from the side; x, y: the bow at the water."""
    def at(points):
        return [(x + px * k, y + py * k) for px, py in points]

    white, shade = rgb("f6f1e6"), rgb("d9cfc2")
    navy, teal, glass = rgb("14304a"), rgb("1f8a8c"), rgb("27475c")
    c.fill(navy, at([(-14, -52), (520, -52), (508, 6), (22, 6)]))
    c.fill(teal, at([(-16, -58), (521, -58), (519, -48), (-13, -48)]))
    c.fill(white, at([(40, -58), (58, -104), (470, -104), (486, -58)]))
    c.fill(shade, at([(50, -84), (53, -92), (475, -92), (478, -84)]))
    for i in range(15):
        c.fill(rgb("ffd99a") if i % 5 else glass,
               at(box(76 + i * 26, -82, 17, 14)))
    c.fill(white, at([(104, -104), (122, -146), (404, -146), (414, -104)]))
    for i in range(10):
        c.fill(rgb("ffe2ae") if i % 4 != 1 else glass,
               at(box(138 + i * 25, -132, 16, 13)))
    c.fill(white, at([(140, -146), (154, -182), (242, -182), (248, -146)]))
    c.fill(glass, at([(149, -166), (155, -178), (240, -178), (242, -166)]))
    c.fill(shade, at([(132, -146), (132, -150), (412, -150), (412, -146)]))
    c.fill(teal, at([(322, -146), (334, -190), (372, -190), (376, -146)]))
    c.fill(white, at([(330, -172), (332, -180), (373, -180), (374, -172)]))
    c.fill(navy, at(box(196, -232, 3.4, 52)))
    c.fill(navy, at(box(180, -204, 35, 5)))
    c.fill(navy, at(box(188, -222, 19, 2.6)))
    c.fill(navy, at(box(488, -96, 2.4, 40)))
    c.fill(teal, at([(490, -96), (522, -92), (490, -82)]))
    c.fill(rgb("fff6e0", 0.55), ellipse(x - 8 * k, y + 6 * k, 60 * k, 3 * k))
    c.fill(rgb("fff6e0", 0.4), ellipse(x + 560 * k, y + 9 * k, 120 * k, 3 * k))


def lighthouse(c, x, y, k):
    def at(points):
        return [(x + px * k, y + py * k) for px, py in points]

    stone, red, dark = rgb("efe6d8"), rgb("a8402f"), rgb("1c2c3c")

    def band(low, high, colour):
        def half(h):
            return 30 - 12 * h / 250
        c.fill(colour, at([(-half(low), -low), (half(low), -low),
                           (half(high), -high), (-half(high), -high)]))

    band(0, 250, stone)
    band(60, 110, red)
    band(160, 210, red)
    c.fill(rgb("3b1e22", 0.20), at([(6, 0), (30, 0), (18, -250), (4, -250)]))
    c.fill(dark, at(box(-26, -258, 52, 8)))
    c.fill(rgb("ffe9b0"), at(box(-13, -288, 26, 30)))
    c.fill(dark, at(box(-1.5, -288, 3, 30)))
    c.fill(dark, at([(-18, -288), (0, -312), (18, -288)]))

    def glow(px, py):
        near = math.hypot(px - x, py - (y - 273 * k)) / (120 * k)
        return rgb("fff0c0", 0.5 * max(0.0, 1 - near) ** 2)

    c.fill(glow, ellipse(x, y - 273 * k, 120 * k))


def crane(c, x, y, k, colour):
    def at(points):
        return [(x + px * k, y + py * k) for px, py in points]

    for leg in (-34, 26):
        c.fill(colour, at(box(leg, -190, 8, 190)))
    c.fill(colour, at(box(-38, -110, 76, 7)))
    c.fill(colour, at([(-34, -104), (-28, -104), (32, 0), (26, 0)]))
    c.fill(colour, at(box(-130, -198, 330, 10)))
    c.fill(colour, at(box(-4, -262, 8, 66)))
    c.fill(colour, stroke([(x, y - 262 * k), (x + 196 * k, y - 196 * k)],
                          2.6 * k))
    c.fill(colour, stroke([(x, y - 262 * k), (x - 126 * k, y - 196 * k)],
                          2.6 * k))
    c.fill(colour, at(box(-126, -190, 44, 26)))
    c.fill(colour, at(box(140, -190, 2, 80)))
    c.fill(colour, at(box(126, -112, 30, 22)))


def gull(c, x, y, k, colour):
    for side in (-1, 1):
        wing = [(x + side * 22 * k * t, y - 13 * k * math.sin(
            math.pi * (0.15 + 0.75 * t)) + 6 * k) for t in
            [i / 12 for i in range(13)]]
        c.fill(colour, stroke(wing, 2.6 * k))


def harbour():
    """Early light over a harbour: a ferry comes in past the mole."""
    c = Canvas(1600, 1067)
    horizon, sun_x, sun_y = 612, 1080, 520
    sky = ramp((0, rgb("2b5379")), (210, rgb("5f88a4")), (400, rgb("c3b9ae")),
               (520, rgb("f3c795")), (horizon, rgb("fbdcae")))

    def sky_with_sun(x, y):
        near = math.hypot((x - sun_x) * 0.8, y - sun_y)
        return mix(sky(x, y), rgb("fff1d2"), 0.85 * math.exp(-near / 130))

    c.paint(sky_with_sun)
    rng = random.Random(11)
    for _ in range(34):
        y = rng.uniform(90, 430)
        x, rx = rng.uniform(-100, 1700), rng.uniform(90, 330)
        for i in range(3):
            c.fill(rgb("fff0dc", 0.075), ellipse(
                x + i * rx * 0.22, y + i * 4, rx * (1 - 0.2 * i),
                rng.uniform(3, 9), 60))
    c.fill(rgb("fffaf0"), ellipse(sun_x, sun_y, 44))
    hills(c, rgb("9fa6ad"), horizon - 6, 62, 3, horizon + 2)
    hills(c, rgb("71838f"), horizon, 42, 8, horizon + 2)
    hills(c, rgb("4a6473"), horizon + 2, 22, 21, horizon + 2)
    water = ramp((horizon, rgb("f2c998")), (horizon + 60, rgb("b7aea6")),
                 (horizon + 200, rgb("5e8698")), (1067, rgb("1d4660")))
    c.fill(water, box(0, horizon, 1600, 1067 - horizon))
    for _ in range(420):
        depth = rng.random() ** 1.3
        y = horizon + 6 + (1067 - horizon) * depth
        tone = rgb("123c55" if rng.random() < 0.6 else "cfe0e2",
                   0.10 + 0.10 * rng.random())
        c.fill(tone, ellipse(rng.uniform(-40, 1640), y,
                             rng.uniform(20, 80) * (0.4 + 1.9 * depth),
                             0.7 + 2.6 * depth, 24))
    glints(c, rng, 260, sun_x, horizon + 4, 1060, rgb("ffe7bb"))
    far = rgb("40576a")
    c.fill(far, box(0, horizon - 6, 470, 14))
    crane(c, 120, horizon - 4, 0.62, far)
    crane(c, 300, horizon - 4, 0.62, far)
    for i, (height, width) in enumerate(((26, 60), (38, 48), (22, 70))):
        c.fill(mix(far, rgb("6b7f8c"), i / 4),
               box(372 + i * 30, horizon - 6 - height, width, height))
    mole = ramp((650, rgb("6a6258")), (760, rgb("2b3640")))
    c.fill(mole, [(1600, 668), (1392, 676), (1352, 704), (1336, 742),
                  (1600, 762)])
    c.fill(rgb("8c8274"), [(1600, 664), (1394, 672), (1392, 680), (1600, 676)])
    lighthouse(c, 1452, 674, 1.12)
    c.fill(rgb("16384e", 0.5), [(1336, 742), (1600, 762), (1600, 806),
                                (1380, 764)])
    c.fill(lambda _, y: rgb("0f2c40", 0.42 * max(0, 1 - (y - 834) / 120)),
           [(330, 834), (1000, 834), (940, 954), (430, 954)])
    for i in range(26):
        c.fill(rgb("0f2c40", 0.16), ellipse(
            rng.uniform(380, 960), rng.uniform(842, 960),
            rng.uniform(50, 130), rng.uniform(2, 5), 24))
    ferry(c, 330, 828, 1.22)
    for x, y, k in ((640, 250, 1.3), (720, 292, 1.0), (560, 318, 0.9),
                    (820, 236, 0.8), (1240, 330, 0.9), (1300, 304, 0.7)):
        gull(c, x, y, k, rgb("22384c", 0.85))
    c.jpeg(HERE / "en-earnings/harbour.jpg", 84)


def lake():
    """A lake under hills with the low pump house on the near shore."""
    c = Canvas(1200, 800)
    c.paint(ramp((0, rgb("a9cfe0")), (260, rgb("dcecec")),
                 (400, rgb("f4efdc"))))
    c.fill(rgb("fdf6dd"), ellipse(250, 150, 52))
    hills(c, rgb("a9bfc4"), 352, 74, 5, 400)
    hills(c, rgb("84a5a3"), 372, 50, 12, 400)
    hills(c, rgb("5c8a7d"), 392, 26, 30, 400)
    c.fill(ramp((396, rgb("b9d8dc")), (560, rgb("5f9fb0")),
                (800, rgb("23647c"))), box(0, 396, 1200, 404))
    rng = random.Random(5)
    for _ in range(130):
        depth = rng.random()
        c.fill(rgb("eef8f6", 0.10 + 0.12 * rng.random()),
               ellipse(rng.uniform(0, 1200), 404 + 330 * depth,
                       rng.uniform(16, 60) * (0.5 + depth),
                       0.7 + 1.7 * depth, 24))
    shore = [(x, 640 - 0.00022 * (x - 520) ** 2 * (x > 520) + 8 * math.sin(
        x / 90)) for x in range(380, 1204, 4)]
    c.fill(ramp((540, rgb("6f9a5f")), (800, rgb("35623f"))),
           shore + [(1204, 800), (250, 800)])
    wall, roof, glass = rgb("f3ece0"), rgb("3d4a50"), rgb("2f6d82")
    c.fill(rgb("1f3b30", 0.25), ellipse(830, 652, 300, 16))
    c.fill(wall, box(560, 520, 330, 130))
    c.fill(rgb("dcd2c2"), box(890, 540, 210, 110))
    c.fill(roof, [(544, 524), (544, 510), (906, 480), (906, 524)])
    c.fill(roof, box(886, 532, 228, 12))
    for i in range(6):
        c.fill(glass, box(584 + i * 48, 552, 34, 66))
        c.fill(rgb("9cc9d2", 0.7), [(584 + i * 48, 552), (606 + i * 48, 552),
                                    (584 + i * 48, 596)])
    c.fill(rgb("b5533a"), box(930, 570, 52, 80))
    for i in range(7):
        c.fill(rgb("b8ab98"), box(1006 + i * 12, 566, 5, 58))
    for i in range(9):
        y0 = 503 - 30 / 362 * (20 + i * 37)
        c.fill(rgb("26527a"), [(564 + i * 37, y0 + 9), (592 + i * 37, y0 + 7),
                               (592 + i * 37, y0 + 15),
                               (564 + i * 37, y0 + 17)])
    for name, width, dy in (("cf4a33", 13, 0), ("2b6fa3", 13, 26)):
        pipe = [(560 - 8 * i, 622 + dy + 108 * (i / 34) ** 2.2)
                for i in range(0, 35)]
        c.fill(lambda x, _, n=name: rgb(n, min(1, max(0, x - 296) / 130)),
               stroke(pipe, width))
        c.fill(rgb("ffffff", 0.25),
               stroke([(x, y - 3) for x, y in pipe[:20]], 3))
    for x, y, k in ((1070, 545, 0.8), (1140, 560, 1.0), (1012, 610, 0.5)):
        c.fill(rgb("5a4632"), box(x - 5 * k, y, 10 * k, 90 * k))
        for dx, dy, r in ((0, -40, 50), (-32, -6, 38), (32, -8, 38)):
            c.fill(mix(rgb("2f6b46"), rgb("4b8a55"), (dx + 40) / 90),
                   ellipse(x + dx * k, y + dy * k, r * k))
    for i in range(28):
        x = 300 + i * 7 + rng.uniform(-3, 3)
        c.fill(rgb("3f7447"), stroke(
            [(x + rng.uniform(-1, 9) * t * t, 800 - rng.uniform(90, 130) * t)
             for t in (0, 0.35, 0.7, 1.0)], 3))
    c.png(HERE / "de-embargo/seewaermewerk.png", alpha=False, dither=False)


def seal(path, draw):
    """A round government seal: wavy rim, ring, and a drawing inside."""
    navy = rgb("1d2b53")
    c = Canvas(400, 400)
    c.fill(navy, gear(200, 200, 184, 198, 28))
    c.fill(rgb("ffffff"), ellipse(200, 200, 168))
    c.fill(navy, ellipse(200, 200, 160), ellipse(200, 200, 154))
    draw(c, navy)
    c.png(path)


def flower(c, navy):
    """A five-petalled blossom over two waves."""
    for i in range(5):
        angle = 2 * math.pi * i / 5 - math.pi / 2
        petal = []
        for j in range(41):
            t = j / 40 * math.pi
            along, across = 92 * math.sin(t / 2) ** 1.2, 27 * math.sin(t)
            petal.append((along, across))
        petal += [(along, -across) for along, across in petal[::-1]]
        c.fill(navy, [(200 + 12 * math.cos(angle) + a * math.cos(angle)
                       - b * math.sin(angle),
                       168 + 12 * math.sin(angle) + a * math.sin(angle)
                       + b * math.cos(angle)) for a, b in petal])
    c.fill(rgb("ffffff"), ellipse(200, 168, 21))
    c.fill(rgb("d8a02c"), ellipse(200, 168, 15))
    for y, inset in ((284, 98), (306, 122)):
        c.fill(navy, stroke(wave(inset, 400 - inset, y, 7, 68), 9))


def sail(c, navy):
    """Two sails on a hull, between a star and two waves."""
    c.fill(navy, [(196, 92), (196, 236), (116, 236), (160, 176)])
    c.fill(navy, [(206, 112), (266, 190), (278, 236), (206, 236)])
    c.fill(rgb("d8a02c"), [(102, 246), (298, 246), (268, 276), (130, 276)])
    for y, inset in ((290, 100), (314, 130)):
        c.fill(navy, stroke(wave(inset, 400 - inset, y, 7, 68), 9))


def larkmoor_logo():
    """A disc with a mooring bollard and two waves cut out of it."""
    c = Canvas(400, 400)
    teal, light = rgb("0f4c5c"), rgb("ffffff")
    c.fill(teal, ellipse(200, 200, 196))
    c.fill(light, ellipse(200, 112, 74, 24))
    c.fill(light, [(158, 112), (242, 112), (234, 232), (166, 232)])
    c.fill(rgb("e9a23b"), stroke([(106 + 2 * i, 196 - 26 * math.sin(
        math.pi * i / 94)) for i in range(95)], 13))
    for y, inset in ((252, 52), (298, 76)):
        c.fill(light, stroke(wave(inset, 400 - inset, y, 11, 99), 18))
    c.png(HERE / "en-earnings/larkmoor.png")


def musterau_logo():
    """A square with a drop, warm in the middle."""
    c = Canvas(400, 400)
    r = 56
    corners = [(r, r, 180), (400 - r, r, 270), (400 - r, 400 - r, 0),
               (r, 400 - r, 90)]
    square = [(x + r * math.cos(math.radians(a + i)),
               y + r * math.sin(math.radians(a + i)))
              for x, y, a in corners for i in range(0, 91, 3)]
    c.fill(rgb("174a63"), square)

    def drop(x, y, size):
        points = []
        for i in range(121):
            t = math.pi * 2 * i / 120
            points.append((x + size * 0.72 * math.sin(t) * math.sin(
                t / 2) ** 1.5, y - size * math.cos(t)))
        return points

    c.fill(rgb("ffffff"), drop(200, 196, 142))
    c.fill(rgb("e2632e"), drop(200, 238, 74))
    c.fill(rgb("ffd27a"), drop(200, 266, 36))
    c.png(HERE / "de-embargo/musterau.png")


def main():
    seal(HERE / "id-gov/nusa-cempaka.png", flower)
    seal(HERE / "id-gov/teluk-kencana.png", sail)
    larkmoor_logo()
    musterau_logo()
    lake()
    harbour()


main()
