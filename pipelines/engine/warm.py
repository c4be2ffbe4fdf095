"""Importing this loads the rules, by working a sample: the process that workers are forked from does, so that they have them at once.

What belongs here: nothing else.
"""
import gc

from pipelines.coding.learned.encoder.stored import attending
from pipelines.engine.unit import work
from pipelines.ingest import Input, Limits

SAMPLE = b"""Ministers meet in Oslo

5 May 2021

On 5 May 2021 the Minister of Defence of Norway, Kari Hansen, met with the Minister of Defence of Japan, Taro Sato, in Oslo, and signed an
agreement on cooperation in education.
"""

attending()  # asked only where it is open who took part, which it is not in the sample
work(Input("sample.txt", SAMPLE, "text", "text/plain"), Limits())
gc.freeze()  # the rules live as long as the process: no worker looks through them for garbage again, and forked ones share their memory
