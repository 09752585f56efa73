namespace CommunityWidget.Admin;

/// <summary>A change went through.</summary>
/// <param name="Change">What the audit calls it; null when nothing was different.</param>
public sealed record Saved(Guid? Change);
