/** A recorded visit that can be played instead of a microphone. */
export const SAMPLE_VISIT = '/samples/consultation-en.wav'
