"""Prints the table of `make gate-proof`: each defect, the judge that had to notice it, its grade, and what was said."""

COLUMNS = ("defect", "judge", "grade")


def pytest_terminal_summary(terminalreporter) -> None:
    """Write a line for each defect that was tried, those that slipped through marked."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    rows = [dict(report.user_properties) for report in reports if report.when == "call" and report.user_properties]
    wide = {name: max((len(row[name]) for row in rows), default=0) for name in COLUMNS}
    for row in sorted(rows, key=lambda row: ("said" in row, row["grade"], row["judge"], row["defect"])):
        cells = [f"{row[name]:{wide[name]}}" for name in COLUMNS]
        terminalreporter.write_line("  ".join([*cells, row.get("said", "SLIPPED THROUGH")]))
    slipped = sum("said" not in row for row in rows)
    terminalreporter.write_line(f"{len(rows)} defects, {slipped} slipped through")
