namespace CommunityWidget.Demo.Pages;

public sealed class HomeModel(DemoSwitch demo) : ShopPage(demo);
