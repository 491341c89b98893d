/** `{ check, result }`: a check passes when its test returns no faults; the result is `{ passed, failed: [text] }`. */
export function checks() {
  const result = { passed: 0, failed: [] };
  const check = async (name, test) => {
    try {
      const faults = (await test()) || [];
      if (!faults.length) result.passed += 1;
      else result.failed.push(`${name}: ${faults.join("; ")}`);
    } catch (error) {
      result.failed.push(`${name}: threw ${error} ${error && error.stack ? error.stack : ""}`);
    }
  };
  return { check, result };
}
