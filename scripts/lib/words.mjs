const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** The sentence in the language of the system; Vietnamese unless that is English. */
export function words(vi, en) {
  return english ? en : vi;
}

/** Ends the script with a sentence that says what to do. */
export function fail(vi, en) {
  process.stderr.write(`\n${words(vi, en)}\n`);
  process.exit(1);
}
