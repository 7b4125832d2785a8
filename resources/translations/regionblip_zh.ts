<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Edits</name>
    <message>
        <source>Accept all on the picture</source>
        <translation>接受图片上的全部描述</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Make room on the disk and try again; nothing was changed.</source>
        <translation>请腾出磁盘空间后重试；没有任何改动。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Close the other window to edit here.</source>
        <translation>请关闭另一个窗口，才能在此编辑。</translation>
    </message>
    <message>
        <source>Choose another model folder in the Caption menu.</source>
        <translation>请在“描述”菜单中选择另一个模型文件夹。</translation>
    </message>
</context>
<context>
    <name>HistogramPlots</name>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Length of captions in words</source>
        <translation>描述长度（词数）</translation>
    </message>
    <message>
        <source>Regions of a picture</source>
        <translation>每张图片的区域数</translation>
    </message>
    <message>
        <source>Area of a box</source>
        <translation>框的面积</translation>
    </message>
    <message>
        <source>of its picture</source>
        <translation>占图片</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Shape of a box</source>
        <translation>框的形状</translation>
    </message>
    <message>
        <source>width to height</source>
        <translation>宽高比</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
</context>
<context>
    <name>LintGroups</name>
    <message>
        <source>No words</source>
        <translation>没有词语</translation>
    </message>
    <message>
        <source>Says it again and again</source>
        <translation>反复重复</translation>
    </message>
    <message>
        <source>More than %1 words</source>
        <translation>多于 %1 个词</translation>
    </message>
    <message>
        <source>Names another label</source>
        <translation>提到另一个标签</translation>
    </message>
    <message>
        <source>Odd characters</source>
        <translation>异常字符</translation>
    </message>
    <message>
        <source>A lone quotation mark</source>
        <translation>引号不成对</translation>
    </message>
    <message>
        <source>Ends too early</source>
        <translation>结束过早</translation>
    </message>
    <message>
        <source>Nearly the same as others</source>
        <translation>与其他近似</translation>
    </message>
    <message>
        <source>%1 like “%2”</source>
        <translation>%1 条与“%2”相似</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>是(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>否(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDown</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下</translation>
    </message>
</context>
<context>
    <name>SplitCounts</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>StatisticsFigures</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 words in %2 captions</source>
        <translation>%2 条描述共 %1 个词</translation>
    </message>
    <message>
        <source>%1 hours in </source>
        <translation>%1 小时，</translation>
    </message>
    <message>
        <source>%1 sitting</source>
        <translation>%1 次工作</translation>
    </message>
    <message>
        <source>%1 sittings</source>
        <translation>%1 次工作</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Point clouds</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Of whole pictures</source>
        <translation>整图描述</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>Accepted untouched</source>
        <translation>未改动即接受</translation>
    </message>
    <message>
        <source>Mean edit</source>
        <translation>平均改动</translation>
    </message>
    <message>
        <source>Work by hand</source>
        <translation>人工工作</translation>
    </message>
    <message>
        <source>Regions an hour</source>
        <translation>每小时区域数</translation>
    </message>
</context>
<context>
    <name>StatisticsPlots</name>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation>%1 种</translation>
    </message>
    <message>
        <source>at least %1 different</source>
        <translation>至少 %1 种</translation>
    </message>
    <message>
        <source>Captions by state</source>
        <translation>按状态的描述</translation>
    </message>
    <message>
        <source>Captions written by</source>
        <translation>描述的作者</translation>
    </message>
    <message>
        <source>Pictures by split</source>
        <translation>按划分的图片</translation>
    </message>
    <message>
        <source>Labels of regions</source>
        <translation>区域的标签</translation>
    </message>
    <message>
        <source>Words of captions</source>
        <translation>描述用词</translation>
    </message>
    <message>
        <source>Captions by model</source>
        <translation>按模型的描述</translation>
    </message>
    <message>
        <source>Captions by adapter</source>
        <translation>按适配器的描述</translation>
    </message>
    <message>
        <source>Captions by author</source>
        <translation>按作者的描述</translation>
    </message>
</context>
<context>
    <name>UserDialogs</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Projects (*.rbproject)</source>
        <translation>项目 (*.rbproject)</translation>
    </message>
    <message>
        <source>Import regions and captions</source>
        <translation>导入区域和描述</translation>
    </message>
    <message>
        <source>Annotations (*.json *.jsonl *.xml *.csv *.tar *.p *.yaml *.txt);;All files (*)</source>
        <translation>标注 (*.json *.jsonl *.xml *.csv *.tar *.p *.yaml *.txt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>rb::ui::AdjustDialog</name>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>How the picture is shown</source>
        <translation>图片的显示方式</translation>
    </message>
    <message>
        <source>&amp;Brightness</source>
        <translation>亮度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation>对比度(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>伽马(&amp;G)</translation>
    </message>
</context>
<context>
    <name>rb::ui::BarPlot</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
</context>
<context>
    <name>rb::ui::BatchBar</name>
    <message>
        <source>Captions written</source>
        <translation>已写描述</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the model rest; what is under way is still stored</source>
        <translation>让模型暂停；正在进行的仍会保存</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End at once; the captions that are there stay</source>
        <translation>立即结束；已有的描述保留</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>，已暂停</translation>
    </message>
    <message>
        <source>, %1 a second, %2 left</source>
        <translation>，每秒 %1 条，剩余 %2</translation>
    </message>
</context>
<context>
    <name>rb::ui::BatchControl</name>
    <message>
        <source>%1 caption written</source>
        <translation>已写 %1 条描述</translation>
    </message>
    <message>
        <source>%1 captions written</source>
        <translation>已写 %1 条描述</translation>
    </message>
    <message>
        <source>Stopped; %1</source>
        <translation>已停止；%1</translation>
    </message>
    <message>
        <source>The %1 selected regions</source>
        <translation>所选的 %1 个区域</translation>
    </message>
    <message>
        <source>What the search shows</source>
        <translation>搜索所示内容</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>Caption many</source>
        <translation>批量描述</translation>
    </message>
</context>
<context>
    <name>rb::ui::BatchDialog</name>
    <message>
        <source>Also the &amp;pictures as a whole</source>
        <translation>也描述整张图片(&amp;P)</translation>
    </message>
    <message>
        <source>Caption many</source>
        <translation>批量描述</translation>
    </message>
    <message>
        <source>Only those without a caption</source>
        <translation>仅限没有描述的</translation>
    </message>
    <message>
        <source>Also drafts of a model: write them anew</source>
        <translation>也包括模型的草稿：重新写</translation>
    </message>
    <message>
        <source>Also people&apos;s captions: add alternatives</source>
        <translation>也包括人写的描述：添加备选</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>描述(&amp;C)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What people wrote or accepted is never replaced. All of it is one step of undo.</source>
        <translation>人写的或接受的描述绝不会被替换。全部作为一步，可一次撤销。</translation>
    </message>
    <message>
        <source>%1 caption will be written:</source>
        <translation>将写 %1 条描述：</translation>
    </message>
    <message>
        <source>%1 captions will be written:</source>
        <translation>将写 %1 条描述：</translation>
    </message>
    <message>
        <source>%1 where there is none, %2 in place of drafts, %3 as alternatives.</source>
        <translation>%1 条补空缺，%2 条替换草稿，%3 条作为备选。</translation>
    </message>
    <message>
        <source>%1 stay as they are; %2 cannot be captioned.</source>
        <translation>%1 条保持不变；%2 条无法描述。</translation>
    </message>
    <message>
        <source>About %1 seconds.</source>
        <translation>约 %1 秒。</translation>
    </message>
    <message>
        <source>About %1 minutes.</source>
        <translation>约 %1 分钟。</translation>
    </message>
</context>
<context>
    <name>rb::ui::CanvasBinding</name>
    <message>
        <source>Drop pictures here</source>
        <translation>把图片拖到这里</translation>
    </message>
    <message>
        <source>or open pictures or a folder with Ctrl+O, then press R and draw a box.</source>
        <translation>或用 Ctrl+O 打开图片或文件夹，然后按 R 画一个框。</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>无法显示这张图片</translation>
    </message>
    <message>
        <source> Its regions and captions are kept.</source>
        <translation> 其区域和描述均保留。</translation>
    </message>
    <message>
        <source>Draw region</source>
        <translation>画区域</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionEditor</name>
    <message>
        <source>Other captions: press the number</source>
        <translation>其他描述：按数字键</translation>
    </message>
    <message>
        <source>Write a caption, or press I to let the model write one</source>
        <translation>写一条描述，或按 I 让模型来写</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Other captions</source>
        <translation>其他描述</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>接受并继续</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>Press %1 to use this caption</source>
        <translation>按 %1 使用此描述</translation>
    </message>
    <message>
        <source>written by you</source>
        <translation>由您所写</translation>
    </message>
    <message>
        <source>edited from %1</source>
        <translation>改自 %1</translation>
    </message>
    <message>
        <source>beams: %1</source>
        <translation>束数：%1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionFlow</name>
    <message>
        <source>Caption region</source>
        <translation>描述区域</translation>
    </message>
    <message>
        <source>Caption picture</source>
        <translation>描述图片</translation>
    </message>
</context>
<context>
    <name>rb::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>rb::ui::CrashDialog</name>
    <message>
        <source>The program ended unexpectedly</source>
        <translation>程序意外结束</translation>
    </message>
    <message>
        <source>RegionBLIP Studio ended unexpectedly the last time. Your edits are safe: each was on disk when it was made. This note says where it happened. It stays on this computer; copy it if you want to report the fault.</source>
        <translation>RegionBLIP Studio 上次意外结束。您的编辑是安全的：每一次都已即时写入磁盘。此记录说明出错的位置，只保存在这台电脑上；如要报告问题，请复制它。</translation>
    </message>
    <message>
        <source>Note of the crash</source>
        <translation>崩溃记录</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>rb::ui::DataCardDialog</name>
    <message>
        <source>Data card</source>
        <translation>数据卡片</translation>
    </message>
    <message>
        <source>not stated, such as CC BY 4.0</source>
        <translation>未注明，例如 CC BY 4.0</translation>
    </message>
    <message>
        <source>What else a reader should know, in Markdown</source>
        <translation>读者还应知道的内容（Markdown）</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save data card</source>
        <translation>保存数据卡片</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>rb::ui::ExportDialog</name>
    <message>
        <source>Copy the pictures, too</source>
        <translation>同时复制图片</translation>
    </message>
    <message>
        <source>Export data set</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Accepted captions, else the first draft</source>
        <translation>已接受的描述，没有则取第一条草稿</translation>
    </message>
    <message>
        <source>Accepted captions only</source>
        <translation>仅限已接受的描述</translation>
    </message>
    <message>
        <source>All, also rejected and alternative ones</source>
        <translation>全部，包括已拒绝的和备选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Variant</source>
        <translation>变体(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>描述(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>划分(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing is written before you choose a place:</source>
        <translation>在您选择位置之前不会写入任何内容：</translation>
    </message>
</context>
<context>
    <name>rb::ui::FirstSteps</name>
    <message>
        <source>Do not show again</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>First steps: %1</source>
        <translation>入门步骤：%1</translation>
    </message>
</context>
<context>
    <name>rb::ui::GalleryModel</name>
    <message>
        <source>%1, %2 × %3 pixels, %4 regions, %5 drafts, %6 accepted</source>
        <translation>%1，%2 × %3 像素，%4 个区域，%5 条草稿，%6 条已接受</translation>
    </message>
</context>
<context>
    <name>rb::ui::GalleryPanel</name>
    <message>
        <source>Filter by name, words or split:train</source>
        <translation>按名称、词语或 split:train 筛选</translation>
    </message>
    <message>
        <source>Filter pictures</source>
        <translation>筛选图片</translation>
    </message>
    <message>
        <source>Pictures of the project</source>
        <translation>项目的图片</translation>
    </message>
    <message>
        <source>%1 picture</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <translation>%2 张图片中的 %1 张</translation>
    </message>
    <message>
        <source>%1 region</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>%1 draft</source>
        <translation>%1 条草稿</translation>
    </message>
    <message>
        <source>%1 drafts</source>
        <translation>%1 条草稿</translation>
    </message>
</context>
<context>
    <name>rb::ui::HistoryModel</name>
    <message>
        <source>Before the first edit</source>
        <translation>第一次编辑之前</translation>
    </message>
    <message>
        <source>%1, the present state</source>
        <translation>%1，当前状态</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1，已撤回</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>rb::ui::HistoryPanel</name>
    <message>
        <source>History of the project</source>
        <translation>项目历史</translation>
    </message>
    <message>
        <source>Click a line to go there. What is taken back can be made again.</source>
        <translation>点击一行即可回到该处。撤回的内容可以重做。</translation>
    </message>
</context>
<context>
    <name>rb::ui::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, %1 × %2 px at %3, %4</source>
        <translation>，%1 × %2 px，位于 %3, %4</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 of %2 regions selected</source>
        <translation>%2 个区域中选了 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>Region %1 of %2: %3</source>
        <translation>区域 %1 / %2：%3</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>%1 × %2 px, %3°</source>
        <translation>%1 × %2 px，%3°</translation>
    </message>
</context>
<context>
    <name>rb::ui::ImportDialog</name>
    <message>
        <source>Read the last two numbers as a corner</source>
        <translation>把后两个数读作角点</translation>
    </message>
    <message>
        <source>Read the last two numbers as a size</source>
        <translation>把后两个数读作大小</translation>
    </message>
    <message>
        <source>Multiply by the picture&apos;s size</source>
        <translation>乘以图片大小</translation>
    </message>
    <message>
        <source>Count pixels from 0</source>
        <translation>像素从 0 开始计数</translation>
    </message>
    <message>
        <source>Scale the boxes to the pictures on disk</source>
        <translation>按磁盘上的图片缩放框</translation>
    </message>
    <message>
        <source>Turn the boxes with their pictures</source>
        <translation>随图片旋转框</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>选择格式</translation>
    </message>
    <message>
        <source>where the format&apos;s habit puts them</source>
        <translation>该格式惯用的位置</translation>
    </message>
    <message>
        <source>Folder of the pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Accepted: people wrote them</source>
        <translation>已接受：由人所写</translation>
    </message>
    <message>
        <source>Drafts: they are to be reviewed</source>
        <translation>草稿：有待审阅</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pictures in</source>
        <translation>图片位于(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Captions are</source>
        <translation>描述为(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Split of pictures without one</source>
        <translation>未划分图片的划分(&amp;S)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The format of this file was not recognised; choose it if you know it.</source>
        <translation>未能识别此文件的格式；如您知道，请选择。</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>%1 pictures, %2 regions, %3 captions of regions, %4 of whole pictures.</source>
        <translation>%1 张图片，%2 个区域，%3 条区域描述，%4 条整图描述。</translation>
    </message>
    <message>
        <source> %1 pictures are not there, such as %2; they keep their regions and can be found again later.</source>
        <translation> 有 %1 张图片不在，例如 %2；其区域保留，以后可重新找到。</translation>
    </message>
</context>
<context>
    <name>rb::ui::ImportProgressDialog</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Import is running</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>It is one edit: stopping leaves the project as it was, and so does undo later.</source>
        <translation>这是一次编辑：中止则项目保持原样，以后撤销亦然。</translation>
    </message>
    <message>
        <source>%1 regions, %2 a second</source>
        <translation>%1 个区域，每秒 %2 个</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 个区域</translation>
    </message>
</context>
<context>
    <name>rb::ui::KeyField</name>
    <message>
        <source>Press keys to add them</source>
        <translation>按下按键即可添加</translation>
    </message>
</context>
<context>
    <name>rb::ui::KeyRow</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Give this action its default keys again</source>
        <translation>恢复此命令的默认按键</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>rb::ui::LeakTable</name>
    <message>
        <source>same content</source>
        <translation>内容相同</translation>
    </message>
    <message>
        <source>same caption and box</source>
        <translation>描述和框相同</translation>
    </message>
    <message>
        <source>same file name</source>
        <translation>文件名相同</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What stands in more than one split</source>
        <translation>出现在多个划分中的内容</translation>
    </message>
    <message>
        <source>The present splits share no content, no file name, and no caption with its box.</source>
        <translation>当前各划分没有共同的内容、文件名，也没有相同的描述和框。</translation>
    </message>
    <message>
        <source>%1 file&apos;s content</source>
        <translation>%1 个文件的内容</translation>
    </message>
    <message>
        <source>the content of %1 files</source>
        <translation>%1 个文件的内容</translation>
    </message>
    <message>
        <source>%1 caption with its box</source>
        <translation>%1 条带框描述</translation>
    </message>
    <message>
        <source>%1 captions with their boxes</source>
        <translation>%1 条带框描述</translation>
    </message>
    <message>
        <source>%1 file name</source>
        <translation>%1 个文件名</translation>
    </message>
    <message>
        <source>%1 file names</source>
        <translation>%1 个文件名</translation>
    </message>
    <message>
        <source>The present splits share %1.</source>
        <translation>当前各划分共有 %1。</translation>
    </message>
</context>
<context>
    <name>rb::ui::LintModel</name>
    <message>
        <source>Caption</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>%1, the first %2 are listed</source>
        <translation>%1，列出前 %2 项</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>（没有词语）</translation>
    </message>
</context>
<context>
    <name>rb::ui::LintPanel</name>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Find near duplicates</source>
        <translation>查找近似重复</translation>
    </message>
    <message>
        <source>Search for these</source>
        <translation>搜索这些</translation>
    </message>
    <message>
        <source>Also equal captions</source>
        <translation>也包括相同的描述</translation>
    </message>
    <message>
        <source>Shows everything of the current kind as a search</source>
        <translation>以搜索方式显示此类全部结果</translation>
    </message>
    <message>
        <source>What seems wrong with captions</source>
        <translation>描述中似有问题之处</translation>
    </message>
    <message>
        <source>The project has changed since; Refresh looks again.</source>
        <translation>项目此后已有改动；按“刷新”重新检查。</translation>
    </message>
    <message>
        <source>%1 finding.</source>
        <translation>%1 项结果。</translation>
    </message>
    <message>
        <source>%1 findings.</source>
        <translation>%1 项结果。</translation>
    </message>
    <message>
        <source>Nothing seems wrong with the captions.</source>
        <translation>描述看来没有问题。</translation>
    </message>
    <message>
        <source>No two are nearly the same.</source>
        <translation>没有近似的两条。</translation>
    </message>
</context>
<context>
    <name>rb::ui::LossTable</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What is kept, changed and dropped</source>
        <translation>保留、改变和舍弃的内容</translation>
    </message>
</context>
<context>
    <name>rb::ui::MainActions</name>
    <message>
        <source>&amp;Open pictures…</source>
        <translation>打开图片(&amp;O)…</translation>
    </message>
    <message>
        <source>Add pictures to the project</source>
        <translation>把图片加入项目</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Add all pictures of a folder to the project</source>
        <translation>把一个文件夹中的所有图片加入项目</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>Start an empty project file</source>
        <translation>新建一个空的项目文件</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>打开项目(&amp;P)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开一个项目文件</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>打开示例项目(&amp;S)</translation>
    </message>
    <message>
        <source>Sixteen pictures to try everything on</source>
        <translation>十六张图片，供试用所有功能</translation>
    </message>
    <message>
        <source>&amp;Save a snapshot</source>
        <translation>保存快照(&amp;S)</translation>
    </message>
    <message>
        <source>Everything is saved at once; this keeps a dated copy beside the project</source>
        <translation>所有改动即时保存；此命令在项目旁另存一份带日期的副本</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Take regions and captions of other programs into the project</source>
        <translation>把其他程序的区域和描述读入项目</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write regions and captions for other programs</source>
        <translation>为其他程序写出区域和描述</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; everything is saved</source>
        <translation>关闭窗口；一切都已保存</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>撤回上一次编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation>重新执行该编辑</translation>
    </message>
    <message>
        <source>&amp;Delete region</source>
        <translation>删除区域(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected regions</source>
        <translation>删除所选区域</translation>
    </message>
    <message>
        <source>Select &amp;all regions</source>
        <translation>选择所有区域(&amp;A)</translation>
    </message>
    <message>
        <source>Select all regions of the picture</source>
        <translation>选择图片的所有区域</translation>
    </message>
    <message>
        <source>Search or run a &amp;command…</source>
        <translation>搜索或执行命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find any action by name</source>
        <translation>按名称查找任何命令</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>按键与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>&amp;Copy regions</source>
        <translation>复制区域(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected regions with their captions</source>
        <translation>复制所选区域及其描述</translation>
    </message>
    <message>
        <source>&amp;Paste regions</source>
        <translation>粘贴区域(&amp;P)</translation>
    </message>
    <message>
        <source>Put copied regions on this picture</source>
        <translation>把复制的区域放到这张图片上</translation>
    </message>
    <message>
        <source>Paste on the ne&amp;xt picture</source>
        <translation>粘贴到下一张图片(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next picture and put the selected regions there</source>
        <translation>转到下一张图片并把所选区域放在那里</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>A copy beside each selected region</source>
        <translation>在每个所选区域旁放一份副本</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>隐藏或显示(&amp;H)</translation>
    </message>
    <message>
        <source>Hide the selected regions, or show them again</source>
        <translation>隐藏所选区域，或重新显示</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>锁定或解锁(&amp;L)</translation>
    </message>
    <message>
        <source>Keep the selected regions where they are</source>
        <translation>让所选区域保持原位</translation>
    </message>
    <message>
        <source>Place, size and &amp;label…</source>
        <translation>位置、大小和标签(&amp;L)…</translation>
    </message>
    <message>
        <source>Numbers and label of the selected region</source>
        <translation>所选区域的数值和标签</translation>
    </message>
    <message>
        <source>To the &amp;front</source>
        <translation>移到最前(&amp;F)</translation>
    </message>
    <message>
        <source>Draw and list the selected regions last</source>
        <translation>最后绘制并列出所选区域</translation>
    </message>
    <message>
        <source>One place f&amp;orward</source>
        <translation>前移一位(&amp;O)</translation>
    </message>
    <message>
        <source>Draw and list the selected regions one place later</source>
        <translation>所选区域的绘制和列出次序后推一位</translation>
    </message>
    <message>
        <source>One place &amp;back</source>
        <translation>后移一位(&amp;B)</translation>
    </message>
    <message>
        <source>Draw and list the selected regions one place earlier</source>
        <translation>所选区域的绘制和列出次序提前一位</translation>
    </message>
    <message>
        <source>To the bac&amp;k</source>
        <translation>移到最后(&amp;K)</translation>
    </message>
    <message>
        <source>Draw and list the selected regions first</source>
        <translation>最先绘制并列出所选区域</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Search regions and captions: words, label:dog, state:draft, score:&lt;0.4</source>
        <translation>搜索区域和描述：词语、label:dog、state:draft、score:&lt;0.4</translation>
    </message>
    <message>
        <source>Find and &amp;replace…</source>
        <translation>查找并替换(&amp;R)…</translation>
    </message>
    <message>
        <source>Change words in many captions, after a preview</source>
        <translation>预览后在多条描述中改词</translation>
    </message>
    <message>
        <source>Train, val and test &amp;splits…</source>
        <translation>训练、验证和测试划分(&amp;S)…</translation>
    </message>
    <message>
        <source>Share the pictures out, and look for leaks between splits</source>
        <translation>分配图片，并检查各划分之间的泄漏</translation>
    </message>
    <message>
        <source>&amp;Data card…</source>
        <translation>数据卡片(&amp;D)…</translation>
    </message>
    <message>
        <source>Counts, splits, captions and where they come from, as a page of text</source>
        <translation>数量、划分、描述及其来源，汇成一页文字</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>更改按键(&amp;K)…</translation>
    </message>
    <message>
        <source>Keys of every action; presets of labelme, CVAT and X-AnyLabeling</source>
        <translation>每个命令的按键；附 labelme、CVAT 和 X-AnyLabeling 的预设</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门步骤(&amp;F)</translation>
    </message>
    <message>
        <source>A short tour over the sample project</source>
        <translation>示例项目的简短导览</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>拉近</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>拉远</translation>
    </message>
    <message>
        <source>&amp;Fit to the window</source>
        <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>适应宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Show the full width</source>
        <translation>显示完整宽度</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One picture pixel on one screen pixel</source>
        <translation>一个图片像素对应一个屏幕像素</translation>
    </message>
    <message>
        <source>Wheel &amp;scrolls</source>
        <translation>滚轮滚动(&amp;S)</translation>
    </message>
    <message>
        <source>The wheel moves the picture, and zooms only with Ctrl</source>
        <translation>滚轮移动图片，按住 Ctrl 才缩放</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>缩略导航图(&amp;M)</translation>
    </message>
    <message>
        <source>Show the whole picture in a corner while it is larger than the view</source>
        <translation>图片大于视图时在角落显示全图</translation>
    </message>
    <message>
        <source>Show &amp;hidden regions</source>
        <translation>显示隐藏区域(&amp;H)</translation>
    </message>
    <message>
        <source>Draw hidden regions as ghosts</source>
        <translation>以虚影绘制隐藏区域</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>按标签着色(&amp;L)</translation>
    </message>
    <message>
        <source>Regions of one label have one colour</source>
        <translation>同一标签的区域颜色相同</translation>
    </message>
    <message>
        <source>&amp;Brightness and contrast…</source>
        <translation>亮度和对比度(&amp;B)…</translation>
    </message>
    <message>
        <source>How the picture is shown; the file stays as it is</source>
        <translation>图片的显示方式；文件不变</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>The window on the whole screen</source>
        <translation>窗口占满屏幕</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>跟随系统颜色(&amp;Y)</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>随桌面选择深色或浅色</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>&amp;Always show captions</source>
        <translation>始终显示描述(&amp;A)</translation>
    </message>
    <message>
        <source>Every region carries its caption</source>
        <translation>每个区域都带有描述</translation>
    </message>
    <message>
        <source>Captions under the &amp;pointer</source>
        <translation>指针处的描述(&amp;P)</translation>
    </message>
    <message>
        <source>A caption is shown while the pointer is on its region</source>
        <translation>指针位于区域上时显示其描述</translation>
    </message>
    <message>
        <source>Captions of &amp;selected regions</source>
        <translation>所选区域的描述(&amp;S)</translation>
    </message>
    <message>
        <source>Only selected regions carry their caption</source>
        <translation>只有所选区域带有描述</translation>
    </message>
    <message>
        <source>&amp;Select and move</source>
        <translation>选择和移动(&amp;S)</translation>
    </message>
    <message>
        <source>Select, move and resize regions</source>
        <translation>选择、移动区域并改变其大小</translation>
    </message>
    <message>
        <source>Draw a &amp;box</source>
        <translation>画矩形框(&amp;B)</translation>
    </message>
    <message>
        <source>Draw a box; its caption is written at once</source>
        <translation>画一个框；描述随即写出</translation>
    </message>
    <message>
        <source>Draw a &amp;turned box</source>
        <translation>画旋转框(&amp;T)</translation>
    </message>
    <message>
        <source>Two clicks along an edge, a third for the width</source>
        <translation>沿一条边点两下，第三下定宽度</translation>
    </message>
    <message>
        <source>Draw a pol&amp;ygon</source>
        <translation>画多边形(&amp;Y)</translation>
    </message>
    <message>
        <source>Click the corners; Enter closes it</source>
        <translation>点击各个角；回车键闭合</translation>
    </message>
    <message>
        <source>Move the &amp;picture</source>
        <translation>移动图片(&amp;P)</translation>
    </message>
    <message>
        <source>Drag the picture (also with Space held, or the middle button)</source>
        <translation>拖动图片（也可按住空格键或用鼠标中键）</translation>
    </message>
    <message>
        <source>S&amp;nap to edges</source>
        <translation>吸附到边缘(&amp;N)</translation>
    </message>
    <message>
        <source>Edges attract what is drawn near them, but while Ctrl is held</source>
        <translation>靠近边缘绘制时自动吸附，按住 Ctrl 时除外</translation>
    </message>
    <message>
        <source>Caption while dra&amp;wing</source>
        <translation>绘制时生成描述(&amp;W)</translation>
    </message>
    <message>
        <source>Words for a box while it is still dragged</source>
        <translation>框还在拖动时就给出描述</translation>
    </message>
    <message>
        <source>S&amp;tay in draw mode</source>
        <translation>保持绘制模式(&amp;T)</translation>
    </message>
    <message>
        <source>Keep the box tool after each box</source>
        <translation>每画一个框后保留画框工具</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>下一个区域(&amp;N)</translation>
    </message>
    <message>
        <source>Select the next region (also Tab on the picture)</source>
        <translation>选择下一个区域（在图片上也可按 Tab）</translation>
    </message>
    <message>
        <source>Pre&amp;vious region</source>
        <translation>上一个区域(&amp;V)</translation>
    </message>
    <message>
        <source>Select the previous region</source>
        <translation>选择上一个区域</translation>
    </message>
    <message>
        <source>Next &amp;picture</source>
        <translation>下一张图片(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the next picture</source>
        <translation>转到下一张图片</translation>
    </message>
    <message>
        <source>Previous p&amp;icture</source>
        <translation>上一张图片(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the previous picture</source>
        <translation>转到上一张图片</translation>
    </message>
    <message>
        <source>Next picture with &amp;drafts</source>
        <translation>下一张有草稿的图片(&amp;D)</translation>
    </message>
    <message>
        <source>Go to the next picture that has drafts</source>
        <translation>转到下一张有草稿的图片</translation>
    </message>
    <message>
        <source>Previous picture with d&amp;rafts</source>
        <translation>上一张有草稿的图片(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the previous picture that has drafts</source>
        <translation>转到上一张有草稿的图片</translation>
    </message>
    <message>
        <source>&amp;Write caption</source>
        <translation>写描述(&amp;W)</translation>
    </message>
    <message>
        <source>Let the model write the caption of the selected region, or of the picture</source>
        <translation>让模型为所选区域或图片写描述</translation>
    </message>
    <message>
        <source>Caption the whole &amp;picture</source>
        <translation>描述整张图片(&amp;P)</translation>
    </message>
    <message>
        <source>Let the model write the picture&apos;s caption</source>
        <translation>让模型为图片写描述</translation>
    </message>
    <message>
        <source>Caption &amp;many…</source>
        <translation>批量描述(&amp;M)…</translation>
    </message>
    <message>
        <source>Let the model caption a selection, a search or the whole project</source>
        <translation>让模型描述所选内容、搜索结果或整个项目</translation>
    </message>
    <message>
        <source>&amp;Edit caption</source>
        <translation>编辑描述(&amp;E)</translation>
    </message>
    <message>
        <source>Type the caption; Esc gives the old text back</source>
        <translation>输入描述；按 Esc 恢复原文</translation>
    </message>
    <message>
        <source>&amp;Accept and go on</source>
        <translation>接受并继续(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the caption and go to the next region</source>
        <translation>接受描述并转到下一个区域</translation>
    </message>
    <message>
        <source>Accept all on the pict&amp;ure</source>
        <translation>接受图片上的全部描述(&amp;U)</translation>
    </message>
    <message>
        <source>Accept every caption of the picture</source>
        <translation>接受图片的每一条描述</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>拒绝(&amp;R)</translation>
    </message>
    <message>
        <source>Reject the caption; it never leaves the project</source>
        <translation>拒绝该描述；它不会离开项目</translation>
    </message>
    <message>
        <source>&amp;Stop captioning</source>
        <translation>停止描述(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the model at once</source>
        <translation>立即停止模型</translation>
    </message>
    <message>
        <source>Open &amp;model folder…</source>
        <translation>打开模型文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>Use another model</source>
        <translation>使用另一个模型</translation>
    </message>
    <message>
        <source>Use alternative %1</source>
        <translation>使用备选 %1</translation>
    </message>
    <message>
        <source>Show this alternative as the caption</source>
        <translation>把此备选作为描述显示</translation>
    </message>
</context>
<context>
    <name>rb::ui::MainWindow</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Caption check</source>
        <translation>描述检查</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>No further picture has drafts</source>
        <translation>没有其他带草稿的图片了</translation>
    </message>
    <message>
        <source>That was the last one found</source>
        <translation>这是最后一个结果</translation>
    </message>
    <message>
        <source>That was the last picture</source>
        <translation>这是最后一张图片</translation>
    </message>
    <message>
        <source>loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>无模型</translation>
    </message>
</context>
<context>
    <name>rb::ui::Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>No other project yet</source>
        <translation>还没有其他项目</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Captions on the picture</source>
        <translation>图片上的描述(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>次序(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>描述(&amp;C)</translation>
    </message>
    <message>
        <source>Use a&amp;lternative</source>
        <translation>使用备选(&amp;L)</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProjectFiles</name>
    <message>
        <source>%1 picture added</source>
        <translation>已加入 %1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures added</source>
        <translation>已加入 %1 张图片</translation>
    </message>
    <message>
        <source>everything is kept in %1</source>
        <translation>一切保存在 %1</translation>
    </message>
    <message>
        <source>These pictures are in the project already</source>
        <translation>这些图片已在项目中</translation>
    </message>
    <message>
        <source>There are no pictures there</source>
        <translation>那里没有图片</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Projects (*.rbproject)</source>
        <translation>项目 (*.rbproject)</translation>
    </message>
    <message>
        <source>Everything is saved; a copy is in %1</source>
        <translation>一切已保存；副本位于 %1</translation>
    </message>
    <message>
        <source>New folder (*)</source>
        <translation>新文件夹 (*)</translation>
    </message>
    <message>
        <source>Export into a new folder</source>
        <translation>导出到新文件夹</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>%1 new pictures, %2 regions and %3 captions imported</source>
        <translation>已导入 %1 张新图片、%2 个区域和 %3 条描述</translation>
    </message>
</context>
<context>
    <name>rb::ui::QueryEdit</name>
    <message>
        <source>state:draft label:dog &quot;red apple&quot;</source>
        <translation>state:draft label:dog &quot;red apple&quot;</translation>
    </message>
</context>
<context>
    <name>rb::ui::QueryHelpDialog</name>
    <message>
        <source>What can be searched for</source>
        <translation>可搜索的内容</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionActions</name>
    <message>
        <source>Paste regions</source>
        <translation>粘贴区域</translation>
    </message>
    <message>
        <source>Paste regions on the next picture</source>
        <translation>把区域粘贴到下一张图片</translation>
    </message>
    <message>
        <source>Duplicate region</source>
        <translation>创建区域副本</translation>
    </message>
    <message>
        <source>Duplicate %1 regions</source>
        <translation>创建 %1 个区域的副本</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionDialog</name>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;X</source>
        <translation>&amp;X</translation>
    </message>
    <message>
        <source>Left edge in pixels</source>
        <translation>左边缘（像素）</translation>
    </message>
    <message>
        <source>&amp;Y</source>
        <translation>&amp;Y</translation>
    </message>
    <message>
        <source>Upper edge in pixels</source>
        <translation>上边缘（像素）</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>高度(&amp;H)</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>角度(&amp;A)</translation>
    </message>
    <message>
        <source>Angle in degrees, clockwise</source>
        <translation>角度（度，顺时针）</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionModel</name>
    <message>
        <source>no caption yet</source>
        <translation>尚无描述</translation>
    </message>
    <message>
        <source>%1 × %2 pixels at %3, %4</source>
        <translation>%1 × %2 像素，位于 %3, %4</translation>
    </message>
</context>
<context>
    <name>rb::ui::RegionPanel</name>
    <message>
        <source>Regions of the picture</source>
        <translation>图片的区域</translation>
    </message>
    <message>
        <source>%1 region</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>No region yet: press R and draw a box</source>
        <translation>尚无区域：按 R 画一个框</translation>
    </message>
</context>
<context>
    <name>rb::ui::ReplaceDialog</name>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>Whole wor&amp;ds</source>
        <translation>整词匹配(&amp;D)</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>正则表达式(&amp;X)</translation>
    </message>
    <message>
        <source>Find and replace in captions</source>
        <translation>在描述中查找并替换</translation>
    </message>
    <message>
        <source>The replacement may hold \1 to \9 for groups, \0 for all that was found, \n and \t.</source>
        <translation>替换内容可含 \1 至 \9（各组）、\0（全部匹配）、\n 和 \t。</translation>
    </message>
    <message>
        <source>everywhere; or a search such as state:draft label:dog</source>
        <translation>所有地方；或搜索条件，如 state:draft label:dog</translation>
    </message>
    <message>
        <source>Captions before and after</source>
        <translation>替换前后的描述</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Replace with</source>
        <translation>替换为(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>范围(&amp;W)</translation>
    </message>
    <message>
        <source>Type what to look for. Nothing is changed before you press Replace.</source>
        <translation>输入要查找的内容。按“替换”之前不会有任何改动。</translation>
    </message>
    <message>
        <source>No caption would change.</source>
        <translation>没有描述会改变。</translation>
    </message>
    <message>
        <source>%1 caption changes: </source>
        <translation>%1 条描述将改变：</translation>
    </message>
    <message>
        <source>%1 captions change: </source>
        <translation>%1 条描述将改变：</translation>
    </message>
    <message>
        <source>%1 by people, %2 by models, whose words are kept as what they were edited from.</source>
        <translation>%1 条由人所写，%2 条由模型所写，其原文作为改动前的文本保留。</translation>
    </message>
    <message>
        <source>Re&amp;place in %1 caption</source>
        <translation>在 %1 条描述中替换(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;place in %1 captions</source>
        <translation>在 %1 条描述中替换(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>项目以只读方式打开。</translation>
    </message>
    <message>
        <source>Replaced in %1 caption; one step of undo takes it back.</source>
        <translation>已在 %1 条描述中替换；一次撤销即可恢复。</translation>
    </message>
    <message>
        <source>Replaced in %1 captions; one step of undo takes it back.</source>
        <translation>已在 %1 条描述中替换；一次撤销即可恢复。</translation>
    </message>
    <message>
        <source>%1 had been changed or deleted meanwhile and was left alone.</source>
        <translation>有 %1 条其间已被改动或删除，未作处理。</translation>
    </message>
    <message>
        <source>%1 had been changed or deleted meanwhile and were left alone.</source>
        <translation>有 %1 条其间已被改动或删除，未作处理。</translation>
    </message>
</context>
<context>
    <name>rb::ui::ReplaceModel</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>rb::ui::ResultModel</name>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>no caption</source>
        <translation>无描述</translation>
    </message>
    <message>
        <source>whole picture</source>
        <translation>整张图片</translation>
    </message>
</context>
<context>
    <name>rb::ui::SearchPanel</name>
    <message>
        <source>Search regions and captions</source>
        <translation>搜索区域和描述</translation>
    </message>
    <message>
        <source>By picture</source>
        <translation>按图片</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>最不确定的在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早的在前</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>Order of what is found</source>
        <translation>结果的次序</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>可搜索的内容</translation>
    </message>
    <message>
        <source>Type words of a caption, or label:dog, state:draft, score:&lt;0.4 …</source>
        <translation>输入描述中的词语，或 label:dog、state:draft、score:&lt;0.4 …</translation>
    </message>
    <message>
        <source>%1 found in %2 ms</source>
        <translation>%2 毫秒内找到 %1 个</translation>
    </message>
</context>
<context>
    <name>rb::ui::ShortcutEditor</name>
    <message>
        <source>Take it over</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>No action has this name or key</source>
        <translation>没有此名称或按键的命令</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 已属于“%2”。</translation>
    </message>
    <message>
        <source>%1 was taken from “%2”.</source>
        <translation>%1 已从“%2”取走。</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>按名称或按键搜索</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Keys &amp;of:</source>
        <translation>按键方案(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>rb::ui::ShortcutModel</name>
    <message>
        <source>Action</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
</context>
<context>
    <name>rb::ui::ShortcutsDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>按键与鼠标</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Space and drag  ·  middle button</source>
        <translation>空格键加拖动  ·  中键</translation>
    </message>
    <message>
        <source>Next and previous region</source>
        <translation>下一个和上一个区域</translation>
    </message>
    <message>
        <source>Tab  ·  Shift+Tab</source>
        <translation>Tab  ·  Shift+Tab</translation>
    </message>
    <message>
        <source>Nudge a region by 1 or 10 pixels</source>
        <translation>把区域移动 1 或 10 个像素</translation>
    </message>
    <message>
        <source>Arrows  ·  Shift+arrows</source>
        <translation>方向键  ·  Shift+方向键</translation>
    </message>
    <message>
        <source>Draw a box by keys</source>
        <translation>用按键画框</translation>
    </message>
    <message>
        <source>R, Enter, arrows, Enter</source>
        <translation>R、回车、方向键、回车</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>rb::ui::SplitTable</name>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Pictures now</source>
        <translation>现有图片</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Pictures of each split now and afterwards</source>
        <translation>各划分现在和之后的图片数</translation>
    </message>
</context>
<context>
    <name>rb::ui::SplitsDialog</name>
    <message>
        <source>Share of train</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>Share of val</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>Share of test</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>&amp;Keep the split of pictures that have one</source>
        <translation>保留已有划分的图片(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>分配(&amp;A)</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>The same seed gives the same splits of the same pictures</source>
        <translation>相同的种子对相同的图片给出相同的划分</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>pictures with the same content</source>
        <translation>内容相同的图片</translation>
    </message>
    <message>
        <source>pictures of a folder</source>
        <translation>同一文件夹的图片</translation>
    </message>
    <message>
        <source>pictures of a folder or with the same content</source>
        <translation>同一文件夹或内容相同的图片</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>随机种子(&amp;S)</translation>
    </message>
    <message>
        <source>Never tear &amp;apart</source>
        <translation>不拆分(&amp;A)</translation>
    </message>
    <message>
        <source>%1 picture gets another split.</source>
        <translation>%1 张图片改变划分。</translation>
    </message>
    <message>
        <source>%1 pictures get another split.</source>
        <translation>%1 张图片改变划分。</translation>
    </message>
    <message>
        <source>No picture gets another split.</source>
        <translation>没有图片改变划分。</translation>
    </message>
    <message>
        <source>All form %1 group that stays together.</source>
        <translation>全部构成 %1 组，保持在一起。</translation>
    </message>
    <message>
        <source>All form %1 groups that stay together.</source>
        <translation>全部构成 %1 组，各组保持在一起。</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>项目以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 picture was assigned; one step of undo takes it back.</source>
        <translation>已分配 %1 张图片；一次撤销即可恢复。</translation>
    </message>
    <message>
        <source>%1 pictures were assigned; one step of undo takes it back.</source>
        <translation>已分配 %1 张图片；一次撤销即可恢复。</translation>
    </message>
</context>
<context>
    <name>rb::ui::StartPage</name>
    <message>
        <source>Empty project</source>
        <translation>空项目</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here</source>
        <translation>把图片或文件夹拖到这里</translation>
    </message>
    <message>
        <source>Then press R and draw a box: its caption is written while you look.
The pictures stay where they are and are never changed.</source>
        <translation>然后按 R 画一个框：描述就在眼前写出。
图片留在原处，绝不改动。</translation>
    </message>
</context>
<context>
    <name>rb::ui::StatisticsPanel</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Statistics of the project</source>
        <translation>项目统计</translation>
    </message>
    <message>
        <source>The project has changed since; Refresh counts again.</source>
        <translation>项目此后已有改动；按“刷新”重新统计。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Data card…</source>
        <translation>数据卡片…</translation>
    </message>
    <message>
        <source>There is nothing to count yet: add pictures first.</source>
        <translation>还没有可统计的内容：请先加入图片。</translation>
    </message>
</context>
<context>
    <name>rb::ui::Tour</name>
    <message>
        <source>Draw a box</source>
        <translation>画一个框</translation>
    </message>
    <message>
        <source>Press %1 and drag over something in the picture.</source>
        <translation>按 %1，然后在图片中的某样东西上拖动。</translation>
    </message>
    <message>
        <source>Read its caption</source>
        <translation>阅读描述</translation>
    </message>
    <message>
        <source>The model writes it at the box and into the caption panel. It is a draft until you accept it.</source>
        <translation>模型把描述写在框旁和描述面板中。在您接受之前它是草稿。</translation>
    </message>
    <message>
        <source>Choose the words</source>
        <translation>选择措辞</translation>
    </message>
    <message>
        <source>%1 to %2 show other wordings of the model; %3 lets you type your own.</source>
        <translation>%1 到 %2 显示模型的其他措辞；%3 可输入您自己的。</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>接受描述</translation>
    </message>
    <message>
        <source>%1 accepts the caption and goes to the next region.</source>
        <translation>%1 接受描述并转到下一个区域。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>%1 takes back the last edit and %2 makes it again, also after a restart.</source>
        <translation>%1 撤回上一次编辑，%2 重做，重新启动后也可以。</translation>
    </message>
    <message>
        <source>Find and export</source>
        <translation>查找和导出</translation>
    </message>
    <message>
        <source>%1 finds regions and captions by their words. %2 writes captions for other programs.</source>
        <translation>%1 按词语查找区域和描述。%2 为其他程序写出描述。</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>就是这些</translation>
    </message>
    <message>
        <source>Go on with pictures of your own: %1 opens them.</source>
        <translation>接下来用您自己的图片：%1 打开它们。</translation>
    </message>
</context>
<context>
    <name>rb::ui::WindowStatus</name>
    <message>
        <source>Save state</source>
        <translation>保存状态</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>read only: %1</source>
        <translation>只读：%1</translation>
    </message>
    <message>
        <source>saved ✓</source>
        <translation>已保存 ✓</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>正在输入…</translation>
    </message>
    <message>
        <source>Captioning %1 region</source>
        <translation>正在描述 %1 个区域</translation>
    </message>
    <message>
        <source>Captioning %1 regions</source>
        <translation>正在描述 %1 个区域</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
</context>
</TS>
