namespace CommunityWidget.Tests.Testing;

/// <summary>For tests that read what is the whole process's, its instruments, its memory or its pace: no other runs meanwhile.</summary>
[CollectionDefinition(nameof(ByItself), DisableParallelization = true)]
public sealed class ByItself;
