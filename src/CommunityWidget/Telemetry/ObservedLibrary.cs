namespace CommunityWidget.Telemetry;

/// <summary>A library that traces and counts under its own name; said by the room that uses it.</summary>
public sealed record ObservedLibrary(string Name);
