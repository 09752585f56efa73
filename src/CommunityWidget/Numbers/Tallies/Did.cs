namespace CommunityWidget.Numbers.Tallies;

/// <summary>What a member did in a question.</summary>
/// <param name="Member">Who.</param>
/// <param name="Took">They were the first to take it.</param>
/// <param name="Messages">How many they wrote to the visitor.</param>
/// <param name="Helped">They came to help, or what another sent was their idea.</param>
public readonly record struct Did(Guid Member, bool Took, long Messages, bool Helped = false);
