"""Prints the table of `make gate-proof`: each defect, the check that had to notice it, and what the check said."""

WIDTHS = (52, 34)


def pytest_terminal_summary(terminalreporter) -> None:
    """Write a line for each defect that was tried, those that slipped through marked."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    rows = [dict(report.user_properties) for report in reports if report.when == "call" and report.user_properties]
    for row in sorted(rows, key=lambda row: row["place"]):
        caught = row.get("said", "SLIPPED THROUGH")
        terminalreporter.write_line(f"{row['defect']:{WIDTHS[0]}} {row['check']:{WIDTHS[1]}} {caught}")
    slipped = sum("said" not in row for row in rows)
    terminalreporter.write_line(f"{len(rows)} defects, {slipped} slipped through")
