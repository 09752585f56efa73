using System.Reflection;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Arguments for any method of the contract that names a thread, offer or member.</summary>
public static class HubArguments
{
    public static bool NameSomething(MethodInfo method) => method.GetParameters().Any(p => p.Name is "threadId" or "offerId")
        || method.GetParameters().Any(p => p.ParameterType.GetProperty("ThreadId") is not null);

    public static object?[] For(MethodInfo method, string thread, string offer, string member) => [.. method.GetParameters().Select(p => p.Name switch
    {
        "threadId" => thread,
        "offerId" => offer,
        "memberId" => member,
        "address" => "somebody@shop.example",
        _ when p.ParameterType == typeof(long) => (object)1L,
        _ when p.ParameterType == typeof(bool) => false,
        _ when p.ParameterType == typeof(string) => "nothing",
        _ => new { threadId = thread, key = Keys.New(), text = "intrusion", stars = 5, fence = 1, reopen = true, memberId = member },
    })];
}
