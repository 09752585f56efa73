using CommunityWidget.BrowserTests;
using CommunityWidget.Tests.Testing;
using Xunit;

[assembly: TestCollectionOrderer(LongestFirst.Name, "CommunityWidget.BrowserTests")]
[assembly: Longest(nameof(AdminTests), nameof(InboxTests), nameof(ConsoleRecoveryTests), nameof(NavigationTests), nameof(RecoveryTests), nameof(PagesTests))]
