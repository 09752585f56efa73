/** Two soft notes, rising: heard across a room, bearable the hundredth time. */
const NOTES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.13 },
];
const LASTS = 0.35;

let context: AudioContext | null = null;

/** Browsers allow sound only after a gesture: the first one wakes it. */
export function wakeSoundOnGesture() {
  const wake = () => {
    context ??= "AudioContext" in window ? new AudioContext() : null;
    void context?.resume();
  };
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, wake, { once: true });
}

export function playOffer() {
  if (context?.state !== "running") return;
  for (const { hertz, at } of NOTES) note(context, hertz, context.currentTime + at);
}

function note(audio: AudioContext, hertz: number, start: number) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.15, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + LASTS);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + LASTS);
}
