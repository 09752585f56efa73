using CommunityWidget.Contracts;

namespace CommunityWidget.Threads;

/// <summary>Where a question was asked, and about which product.</summary>
public sealed record ShopContext(PageContext? Page, ProductContext? Product);
