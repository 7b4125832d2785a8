<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CaptionWords</name>
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
        <source>a person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 with the adapter %2</source>
        <translation>%1（适配器 %2）</translation>
    </message>
    <message>
        <source>beams: %1</source>
        <translation>束数：%1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>最多 %1 个词元</translation>
    </message>
    <message>
        <source>at least %1 tokens</source>
        <translation>至少 %1 个词元</translation>
    </message>
    <message>
        <source>length penalty %1</source>
        <translation>长度惩罚 %1</translation>
    </message>
    <message>
        <source>repetition penalty %1</source>
        <translation>重复惩罚 %1</translation>
    </message>
    <message>
        <source>no %1 words repeated</source>
        <translation>不重复连续 %1 个词</translation>
    </message>
    <message>
        <source>sampled from the likeliest %1</source>
        <translation>从最可能的 %1 中采样</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>随机种子 %1</translation>
    </message>
</context>
<context>
    <name>CloudPanels</name>
    <message>
        <source>Side views</source>
        <translation>侧视图</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Accept all on the picture</source>
        <translation>接受图片上的全部描述</translation>
    </message>
    <message>
        <source>Add sample clouds</source>
        <translation>添加示例点云</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Relink media</source>
        <translation>重新链接媒体文件</translation>
    </message>
    <message>
        <source>Remember the pictures&apos; content</source>
        <translation>记住图片内容</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Add clouds</source>
        <translation>添加点云</translation>
    </message>
    <message>
        <source>Add sample pictures</source>
        <translation>添加示例图片</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>Replace in captions</source>
        <translation>在描述中替换</translation>
    </message>
    <message>
        <source>Assign splits</source>
        <translation>分配划分</translation>
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
    <message>
        <source>Caption length</source>
        <translation>描述长度</translation>
    </message>
    <message>
        <source>%1 words on average</source>
        <translation>平均 %1 个词</translation>
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
    <name>Query</name>
    <message>
        <source>the whole text; * stands for anything</source>
        <translation>完整的文本；* 代表任意内容</translation>
    </message>
    <message>
        <source>a part of the text</source>
        <translation>文本的一部分</translation>
    </message>
    <message>
        <source>a folder&apos;s name</source>
        <translation>文件夹的名称</translation>
    </message>
    <message>
        <source>12, &gt;12, &gt;=12, &lt;12, &lt;=12, 3..8</source>
        <translation>12, &gt;12, &gt;=12, &lt;12, &lt;=12, 3..8</translation>
    </message>
    <message>
        <source>a description, in the words of captions</source>
        <translation>用描述的措辞写出的说明</translation>
    </message>
    <message>
        <source>a region&apos;s number, as “Find regions like this” writes it</source>
        <translation>区域的编号，由“查找相似区域”写入</translation>
    </message>
    <message>
        <source>2026-01-31, &gt;2026-01-31, 2026-01-01..2026-01-31</source>
        <translation>2026-01-31, &gt;2026-01-31, 2026-01-01..2026-01-31</translation>
    </message>
    <message>
        <source>all of them occur in the shown caption, in any order</source>
        <translation>所有词都出现在所示描述中，次序不限</translation>
    </message>
    <message>
        <source>these words stand side by side; also a value with spaces</source>
        <translation>这些词紧挨在一起；也可作带空格的值</translation>
    </message>
    <message>
        <source>not what follows</source>
        <translation>排除其后的条件</translation>
    </message>
    <message>
        <source>one side or the other; what stands side by side binds more tightly</source>
        <translation>满足其中一边即可；并列的条件结合得更紧</translation>
    </message>
    <message>
        <source>together</source>
        <translation>括在一起</translation>
    </message>
    <message>
        <source>state of the shown caption</source>
        <translation>所示描述的状态</translation>
    </message>
    <message>
        <source>who wrote the shown caption</source>
        <translation>所示描述由谁所写</translation>
    </message>
    <message>
        <source>whether a person changed a model&apos;s words</source>
        <translation>人是否改动过模型的文字</translation>
    </message>
    <message>
        <source>what is there; -has:caption finds what is missing</source>
        <translation>有什么；-has:caption 查找缺少的</translation>
    </message>
    <message>
        <source>marks of a region, and whether a row is one</source>
        <translation>区域的标记，以及某一行是否为区域</translation>
    </message>
    <message>
        <source>label of the region; * stands for anything</source>
        <translation>区域的标签；* 代表任意内容</translation>
    </message>
    <message>
        <source>length of the shown caption in words</source>
        <translation>所示描述的词数</translation>
    </message>
    <message>
        <source>length in tokens as a model wrote it; 0 of a person&apos;s words</source>
        <translation>模型所写描述的词元数；人写的为 0</translation>
    </message>
    <message>
        <source>how sure the detector was of the region, 0 to 1</source>
        <translation>检测器对区域的把握，0 至 1</translation>
    </message>
    <message>
        <source>how sure the model was of each token of its caption, 0 to 1</source>
        <translation>模型对其描述中每个词元的把握，0 至 1</translation>
    </message>
    <message>
        <source>part of the name of the model that wrote the caption</source>
        <translation>写出描述的模型名称的一部分</translation>
    </message>
    <message>
        <source>part of the adapter&apos;s name</source>
        <translation>适配器名称的一部分</translation>
    </message>
    <message>
        <source>part of the author&apos;s name</source>
        <translation>作者姓名的一部分</translation>
    </message>
    <message>
        <source>day on which the caption was last changed</source>
        <translation>描述最后改动的日期</translation>
    </message>
    <message>
        <source>what seems wrong with the shown caption</source>
        <translation>所示描述的疑似问题</translation>
    </message>
    <message>
        <source>split of the picture</source>
        <translation>图片所属的划分</translation>
    </message>
    <message>
        <source>part of the file&apos;s name or path</source>
        <translation>文件名或路径的一部分</translation>
    </message>
    <message>
        <source>folder in which the file lies</source>
        <translation>文件所在的文件夹</translation>
    </message>
    <message>
        <source>picture or point cloud</source>
        <translation>图片或点云</translation>
    </message>
    <message>
        <source>shape of the region</source>
        <translation>区域的形状</translation>
    </message>
    <message>
        <source>width of the region, or of the picture as a whole, in pixels</source>
        <translation>区域或整张图片的宽度（像素）</translation>
    </message>
    <message>
        <source>height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>what looks as described: the thousand nearest regions, and as many pictures</source>
        <translation>看起来符合说明的内容：最接近的一千个区域和同样多的图片</translation>
    </message>
    <message>
        <source>what looks like the region with this number: the thousand nearest</source>
        <translation>看起来像此编号区域的内容：最接近的一千个</translation>
    </message>
    <message>
        <source>area in square pixels</source>
        <translation>面积（平方像素）</translation>
    </message>
    <message>
        <source>nobody has decided yet</source>
        <translation>还没有人作出决定</translation>
    </message>
    <message>
        <source>a person accepted it</source>
        <translation>已由人接受</translation>
    </message>
    <message>
        <source>a person rejected it</source>
        <translation>已被人拒绝</translation>
    </message>
    <message>
        <source>a person wrote or edited it</source>
        <translation>由人所写或编辑</translation>
    </message>
    <message>
        <source>a model wrote it</source>
        <translation>由模型所写</translation>
    </message>
    <message>
        <source>a person changed a model&apos;s words</source>
        <translation>人改动过模型的文字</translation>
    </message>
    <message>
        <source>as it was first written</source>
        <translation>保持最初的文字</translation>
    </message>
    <message>
        <source>a caption is shown</source>
        <translation>有显示的描述</translation>
    </message>
    <message>
        <source>the region has a label</source>
        <translation>区域有标签</translation>
    </message>
    <message>
        <source>the picture has a region</source>
        <translation>图片有区域</translation>
    </message>
    <message>
        <source>the picture belongs to a split</source>
        <translation>图片属于某个划分</translation>
    </message>
    <message>
        <source>there is more than one caption to choose from</source>
        <translation>有多条描述可选</translation>
    </message>
    <message>
        <source>a region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>a picture as a whole</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>a hidden region</source>
        <translation>隐藏的区域</translation>
    </message>
    <message>
        <source>a locked region</source>
        <translation>锁定的区域</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>没有词语</translation>
    </message>
    <message>
        <source>says the same thing three times</source>
        <translation>同样的话说了三遍</translation>
    </message>
    <message>
        <source>more than 32 words</source>
        <translation>多于 32 个词</translation>
    </message>
    <message>
        <source>names another label than the region&apos;s</source>
        <translation>提到的标签与区域的标签不同</translation>
    </message>
    <message>
        <source>invisible, broken or mixed-up characters, or doubled spaces</source>
        <translation>不可见、损坏或混杂的字符，或多余的空格</translation>
    </message>
    <message>
        <source>a quotation mark without its partner</source>
        <translation>引号不成对</translation>
    </message>
    <message>
        <source>ends in the middle of a sentence</source>
        <translation>句子未完即结束</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a point cloud</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>an upright box</source>
        <translation>正放的框</translation>
    </message>
    <message>
        <source>a turned box</source>
        <translation>旋转的框</translation>
    </message>
    <message>
        <source>a polygon</source>
        <translation>多边形</translation>
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
    <message>
        <source>Vocabulary</source>
        <translation>词汇量</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>captions a second</source>
        <translation>每秒描述数</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 小时</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>Reads model and data</source>
        <translation>正在读取模型和数据</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>, %1 captions a second</source>
        <translation>，每秒 %1 条描述</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>，剩余 %1</translation>
    </message>
    <message>
        <source>It learns: the loss falls.</source>
        <translation>正在学习：损失在下降。</translation>
    </message>
    <message>
        <source>Better than before: held-out captions score CIDEr %1, the model before %2.</source>
        <translation>比之前好：留出描述的 CIDEr 为 %1，之前的模型为 %2。</translation>
    </message>
    <message>
        <source>It does not learn: the loss does not fall. A higher learning rate or more captions may help.</source>
        <translation>没有学到东西：损失没有下降。提高学习率或增加描述可能有帮助。</translation>
    </message>
    <message>
        <source>Worse than before: held-out captions score CIDEr %1, the model before %2. Going on will hardly help; a lower learning rate or fewer rounds may.</source>
        <translation>比之前差：留出描述的 CIDEr 为 %1，之前的模型为 %2。继续训练帮助不大；降低学习率或减少轮数也许有用。</translation>
    </message>
    <message>
        <source>About %1: %2 of %3 s.</source>
        <translation>约 %1：%2，每步 %3 秒。</translation>
    </message>
    <message>
        <source>%1 step</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1, about %2.</source>
        <translation>%1，约 %2。</translation>
    </message>
    <message>
        <source>%1 of memory, %2 of disk (%3 free).</source>
        <translation>内存 %1，磁盘 %2（可用 %3）。</translation>
    </message>
    <message>
        <source>That is more than the disk has.</source>
        <translation>超出了磁盘的可用空间。</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Left out: %1, e.g. %2</source>
        <translation>已略去：%1，例如 %2</translation>
    </message>
    <message>
        <source>Note: %1, e.g. %2</source>
        <translation>注意：%1，例如 %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>UserDialogs</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
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
    <message>
        <source>Pictures and clouds (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif *.ply *.pcd *.las *.laz *.npy *.npz *.xyz);;Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;All files (*)</source>
        <translation>图片和点云 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif *.ply *.pcd *.las *.laz *.npy *.npz *.xyz);;图片 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::CloudBinding</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Draw region</source>
        <translation>画区域</translation>
    </message>
    <message>
        <source>Reshape region</source>
        <translation>改变区域形状</translation>
    </message>
    <message>
        <source>Select a region first</source>
        <translation>请先选择一个区域</translation>
    </message>
    <message>
        <source> Its regions and captions are kept. If it was moved, File › Find moved pictures looks for it.</source>
        <translation> 其区域和描述仍保留。如果文件被移动，可用“文件 › 查找被移动的图片”查找。</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::CloudMarking</name>
    <message>
        <source>Mark points</source>
        <translation>标记点</translation>
    </message>
    <message>
        <source>Fit region</source>
        <translation>贴合区域</translation>
    </message>
    <message>
        <source>Brush points</source>
        <translation>用画笔标记点</translation>
    </message>
    <message>
        <source>Click the point to grow from</source>
        <translation>点击要从其生长的点</translation>
    </message>
    <message>
        <source>Grow region</source>
        <translation>生长区域</translation>
    </message>
    <message>
        <source>No points were marked</source>
        <translation>没有标记任何点</translation>
    </message>
    <message>
        <source>Select a region first</source>
        <translation>请先选择一个区域</translation>
    </message>
    <message>
        <source>No points would be left</source>
        <translation>不会剩下任何点</translation>
    </message>
    <message>
        <source>Invert points</source>
        <translation>反选点</translation>
    </message>
    <message>
        <source>Take the points in the box</source>
        <translation>取框内的点</translation>
    </message>
    <message>
        <source>Turn the box to fit</source>
        <translation>旋转框以贴合</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::CloudPage</name>
    <message>
        <source>Point cloud</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>The selected box from three sides</source>
        <translation>从三个方向看所选的框</translation>
    </message>
    <message>
        <source>Reading the cloud</source>
        <translation>正在读取点云</translation>
    </message>
    <message>
        <source>What colours the points</source>
        <translation>点按什么着色</translation>
    </message>
    <message>
        <source>Points </source>
        <translation>点 </translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>点的大小</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Edges stand out from what lies behind them</source>
        <translation>使边缘从其后方的内容中突出</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid and axes</source>
        <translation>网格和坐标轴</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Captions at the regions</source>
        <translation>在区域旁显示描述</translation>
    </message>
    <message>
        <source>Own colours</source>
        <translation>自身颜色</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>%1 of %2 points, evenly thinned</source>
        <translation>%2 个点中的 %1 个，均匀抽稀</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>Reading the cloud…</source>
        <translation>正在读取点云…</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::MarkDialog</name>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>How points are marked</source>
        <translation>如何标记点</translation>
    </message>
    <message>
        <source>Growing from a point</source>
        <translation>从一点生长</translation>
    </message>
    <message>
        <source>as the cloud is dense</source>
        <translation>按点云密度</translation>
    </message>
    <message>
        <source>&amp;Gap between neighbours</source>
        <translation>相邻点间距(&amp;G)</translation>
    </message>
    <message>
        <source>A point farther from all others of the region does not belong to it; in the cloud&apos;s units</source>
        <translation>与区域内所有其他点相距更远的点不属于该区域；以点云的单位计</translation>
    </message>
    <message>
        <source>&amp;Difference of colour</source>
        <translation>颜色差异(&amp;D)</translation>
    </message>
    <message>
        <source>From the colour of the point that was clicked, of 255</source>
        <translation>与所点击点颜色之差，满值 255</translation>
    </message>
    <message>
        <source>&amp;Bend of the surface</source>
        <translation>表面弯曲(&amp;B)</translation>
    </message>
    <message>
        <source>Between the normals of neighbours</source>
        <translation>相邻点法线之间</translation>
    </message>
    <message>
        <source>This cloud has no normals</source>
        <translation>此点云没有法线</translation>
    </message>
    <message>
        <source>This cloud has no colours</source>
        <translation>此点云没有颜色</translation>
    </message>
    <message>
        <source>&amp;Mark only between two depths</source>
        <translation>仅在两个深度之间标记(&amp;M)</translation>
    </message>
    <message>
        <source>For lasso, polygon, brush and the fitted box: distances from where you look</source>
        <translation>用于套索、多边形、画笔和贴合框：到观察点的距离</translation>
    </message>
    <message>
        <source>&amp;Nearest</source>
        <translation>最近(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Farthest</source>
        <translation>最远(&amp;F)</translation>
    </message>
    <message>
        <source>As you see it now, the cloud lies between %1 and %2.</source>
        <translation>按当前视角，点云位于 %1 与 %2 之间。</translation>
    </message>
</context>
<context>
    <name>rb::cloud_workspace::PictureLink</name>
    <message>
        <source>Show in the &amp;picture</source>
        <translation>在图片中显示(&amp;P)</translation>
    </message>
    <message>
        <source>Show in the &amp;cloud</source>
        <translation>在点云中显示(&amp;C)</translation>
    </message>
    <message>
        <source>The cloud of this picture is no longer in the project</source>
        <translation>该图片的点云已不在项目中</translation>
    </message>
    <message>
        <source>The picture&apos;s region shows no point of the cloud</source>
        <translation>图片的区域中没有点云的点</translation>
    </message>
    <message>
        <source>Link region</source>
        <translation>关联区域</translation>
    </message>
</context>
<context>
    <name>rb::ui::AdapterList</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Card of the adapter</source>
        <translation>适配器卡片</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>What is ticked lies on the model and writes its captions.</source>
        <translation>勾选的适配器会加到模型上，并参与写描述。</translation>
    </message>
    <message>
        <source>Export the adapter</source>
        <translation>导出适配器</translation>
    </message>
    <message>
        <source>Adapter (*.safetensors)</source>
        <translation>适配器 (*.safetensors)</translation>
    </message>
    <message>
        <source>The adapter “%1” was deleted.</source>
        <translation>已删除适配器“%1”。</translation>
    </message>
    <message>
        <source>Find older drafts</source>
        <translation>查找较旧的草稿</translation>
    </message>
    <message>
        <source>Drafts that what is switched on now did not write; Ctrl+B writes them anew, and leaves a person&apos;s words alone</source>
        <translation>并非由当前启用的适配器写出的草稿；Ctrl+B 会重写它们，不会改动人写的文字</translation>
    </message>
</context>
<context>
    <name>rb::ui::AdapterModel</name>
    <message>
        <source>%1, rank %2</source>
        <translation>%1，秩 %2</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>CIDEr</source>
        <translation>CIDEr</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
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
    <message>
        <source>Grow the data set</source>
        <translation>扩充数据集</translation>
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
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>About %1 second.</source>
        <translation>约 %1 秒。</translation>
    </message>
    <message>
        <source>About %1 minute.</source>
        <translation>约 %1 分钟。</translation>
    </message>
</context>
<context>
    <name>rb::ui::BlindVote</name>
    <message>
        <source>Left caption</source>
        <translation>左侧描述</translation>
    </message>
    <message>
        <source>Right caption</source>
        <translation>右侧描述</translation>
    </message>
    <message>
        <source>Neither (0)</source>
        <translation>都不更好 (0)</translation>
    </message>
    <message>
        <source>Undo (Backspace)</source>
        <translation>撤回 (退格)</translation>
    </message>
    <message>
        <source>Blind vote</source>
        <translation>盲评</translation>
    </message>
    <message>
        <source>Which caption describes the region better?</source>
        <translation>哪条描述更符合该区域？</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>1  ←</source>
        <translation>1  ←</translation>
    </message>
    <message>
        <source>→  2</source>
        <translation>→  2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>%1 tie</source>
        <translation>%1 次平局</translation>
    </message>
    <message>
        <source>%1 ties</source>
        <translation>%1 次平局</translation>
    </message>
    <message>
        <source>%1 of the ties is of the same words, which was not asked.</source>
        <translation>其中 %1 次平局因文字相同，未作询问。</translation>
    </message>
    <message>
        <source>%1 of the ties are the same words, which were not asked.</source>
        <translation>其中 %1 次平局因文字相同，未作询问。</translation>
    </message>
    <message>
        <source>So uneven a result comes by chance only %1 of 100 times when neither is better.</source>
        <translation>若两者不分优劣，如此悬殊的结果在 100 次中仅有 %1 次出于偶然。</translation>
    </message>
    <message>
        <source>That may be chance: so uneven a result comes %1 of 100 times when neither is better.</source>
        <translation>这可能是偶然：若两者不分优劣，如此悬殊的结果在 100 次中有 %1 次会出现。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The votes are kept with the run.</source>
        <translation>投票结果随该次运行保存。</translation>
    </message>
    <message>
        <source>“%1” was better %2, “%3” %4; %5.</source>
        <translation>“%1”胜出 %2，“%3”%4；%5。</translation>
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
        <source>Draw region</source>
        <translation>画区域</translation>
    </message>
    <message>
        <source> Its regions and captions are kept. If it was moved, File › Find moved pictures looks for it.</source>
        <translation> 其区域和描述仍保留。如果文件被移动，可用“文件 › 查找被移动的图片”查找。</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionComparison</name>
    <message>
        <source>When the training was looked at</source>
        <translation>查看训练的时间点</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>better first</source>
        <translation>变好的在前</translation>
    </message>
    <message>
        <source>worse first</source>
        <translation>变差的在前</translation>
    </message>
    <message>
        <source>largest difference first</source>
        <translation>差别最大的在前</translation>
    </message>
    <message>
        <source>Captions side by side</source>
        <translation>描述并排对照</translation>
    </message>
    <message>
        <source>Vote blindly…</source>
        <translation>盲评…</translation>
    </message>
    <message>
        <source>Before the training</source>
        <translation>训练之前</translation>
    </message>
    <message>
        <source>After step %1</source>
        <translation>第 %1 步之后</translation>
    </message>
    <message>
        <source>Captions of held-out regions come with the first look: when the training begins, and about ten times until its end.</source>
        <translation>留出区域的描述在第一次查看时出现：训练开始时一次，此后到结束大约十次。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>rb::ui::CaptionDetails</name>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史…</translation>
    </message>
    <message>
        <source>About this caption</source>
        <translation>关于此描述</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>By</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What was shown then</source>
        <translation>当时显示的内容</translation>
    </message>
    <message>
        <source>What was shown here before</source>
        <translation>此前在此显示的内容</translation>
    </message>
    <message>
        <source>There is no caption here.</source>
        <translation>这里没有描述。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>%1 (mean log-probability of a token)</source>
        <translation>%1（每个词元的平均对数概率）</translation>
    </message>
    <message>
        <source>Edited from</source>
        <translation>改自</translation>
    </message>
    <message>
        <source>“%1” by %2</source>
        <translation>“%1”，来自 %2</translation>
    </message>
    <message>
        <source>First written</source>
        <translation>最初写于</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最后改动</translation>
    </message>
    <message>
        <source>Below each token: how sure the model was of it, in per cent</source>
        <translation>每个词元下方：模型对它的把握（百分比）</translation>
    </message>
    <message>
        <source>Nothing was ever shown here.</source>
        <translation>这里从未显示过内容。</translation>
    </message>
    <message>
        <source>What was shown here, latest first:</source>
        <translation>在此显示过的内容，最新的在前：</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Small numbers</source>
        <translation>小数字</translation>
    </message>
    <message>
        <source>how sure the model was of each piece of a word, in percent</source>
        <translation>模型对每个词片的把握，以百分比计</translation>
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
        <source>The whole cloud</source>
        <translation>整个点云</translation>
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
    <name>rb::ui::CaptionModel</name>
    <message>
        <source>CIDEr %1 before, %2 now</source>
        <translation>CIDEr 之前 %1，现在 %2</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>CIDEr</source>
        <translation>CIDEr</translation>
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
    <name>rb::ui::CopiesDialog</name>
    <message>
        <source>snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>backup, made by itself</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>what was there before going back</source>
        <translation>恢复之前的内容</translation>
    </message>
    <message>
        <source>before a newer version of the program</source>
        <translation>程序新版本之前</translation>
    </message>
    <message>
        <source>Copies and backups</source>
        <translation>副本与备份</translation>
    </message>
    <message>
        <source>Name of a new copy, such as: before cleaning up</source>
        <translation>新副本的名称，例如：清理之前</translation>
    </message>
    <message>
        <source>Name of a new copy</source>
        <translation>新副本的名称</translation>
    </message>
    <message>
        <source>&amp;Keep a copy</source>
        <translation>保留副本(&amp;K)</translation>
    </message>
    <message>
        <source>Copies of this project</source>
        <translation>此项目的副本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Going back puts a copy in the project&apos;s place. What is there now is kept as a copy, too, so that nothing is lost.</source>
        <translation>恢复会用副本替换项目。现有内容也会保留为副本，因此不会丢失任何东西。</translation>
    </message>
    <message>
        <source>This project is open elsewhere, and can only be looked at: copies can be kept, but none can take its place.</source>
        <translation>此项目已在别处打开，只能查看：可以保留副本，但不能用副本替换它。</translation>
    </message>
    <message>
        <source>&amp;Go back to it</source>
        <translation>恢复到此副本(&amp;G)</translation>
    </message>
    <message>
        <source>Move to &amp;trash</source>
        <translation>移到回收站(&amp;T)</translation>
    </message>
    <message>
        <source>%1 cannot be moved to the trash; delete it with your file manager.</source>
        <translation>无法将 %1 移到回收站；请用文件管理器删除。</translation>
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
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>rb::ui::DataChoice</name>
    <message>
        <source>Splits…</source>
        <translation>划分…</translation>
    </message>
    <message>
        <source>All accepted captions</source>
        <translation>全部已接受的描述</translation>
    </message>
    <message>
        <source>Which captions are learnt</source>
        <translation>学习哪些描述</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>描述(&amp;C)</translation>
    </message>
    <message>
        <source>No caption is accepted yet. Accept some with Ctrl+Enter: only accepted captions are learnt.</source>
        <translation>还没有已接受的描述。请用 Ctrl+Enter 接受一些：只学习已接受的描述。</translation>
    </message>
    <message>
        <source>The query finds no accepted caption to learn from.</source>
        <translation>此查询找不到可供学习的已接受描述。</translation>
    </message>
    <message>
        <source>%1 from %2. </source>
        <translation>从 %2中学习 %1。 </translation>
    </message>
    <message>
        <source>%1 caption is learnt</source>
        <translation>%1 条描述</translation>
    </message>
    <message>
        <source>%1 captions are learnt</source>
        <translation>%1 条描述</translation>
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
        <source>%1 for measuring.</source>
        <translation>%1，用于评估。</translation>
    </message>
    <message>
        <source>%1 is held out</source>
        <translation>留出 %1 条</translation>
    </message>
    <message>
        <source>%1 are held out</source>
        <translation>留出 %1 条</translation>
    </message>
    <message>
        <source>%1 point cloud</source>
        <translation>%1 个点云</translation>
    </message>
    <message>
        <source>%1 point clouds</source>
        <translation>%1 个点云</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>Nothing is held out in the split “val”: every tenth picture and cloud will be kept for measuring.</source>
        <translation>“val”部分没有保留任何内容：每十幅图片和每十个点云中将保留一个用于评测。</translation>
    </message>
    <message>
        <source>Nothing can be held out of so few pictures and clouds: the training will not be measured.</source>
        <translation>图片和点云太少，无法保留：训练将不作评测。</translation>
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
    <message>
        <source>%1 (point clouds)</source>
        <translation>%1（点云）</translation>
    </message>
    <message>
        <source>Counting what is kept and what is not…</source>
        <translation>正在统计保留与丢弃的内容…</translation>
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
        <source>%1 region</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 个区域</translation>
    </message>
    <message>
        <source>%1 draft</source>
        <translation>%1 个草稿</translation>
    </message>
    <message>
        <source>%1 drafts</source>
        <translation>%1 个草稿</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 个已接受</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
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
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 cloud</source>
        <translation>%1 个点云</translation>
    </message>
    <message>
        <source>%1 clouds</source>
        <translation>%1 个点云</translation>
    </message>
</context>
<context>
    <name>rb::ui::GenerationDialog</name>
    <message>
        <source>&amp;Beam search: the likeliest words, always the same</source>
        <translation>束搜索：最可能的文字，每次相同(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Sampling: different words for every seed</source>
        <translation>采样：每个种子给出不同的文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Write all captions like this from now on</source>
        <translation>从现在起所有描述都这样写(&amp;W)</translation>
    </message>
    <message>
        <source>Write captions with options</source>
        <translation>按选项写描述</translation>
    </message>
    <message>
        <source>&amp;Captions to choose from</source>
        <translation>可选的描述数(&amp;C)</translation>
    </message>
    <message>
        <source>The best is shown, the others stand below it as alternatives</source>
        <translation>显示最好的一条，其余作为备选列在下方</translation>
    </message>
    <message>
        <source>&amp;At least</source>
        <translation>至少(&amp;A)</translation>
    </message>
    <message>
        <source>A caption does not end before it has so many tokens</source>
        <translation>描述达到这么多词元之前不会结束</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>至多(&amp;M)</translation>
    </message>
    <message>
        <source>A caption ends after so many tokens</source>
        <translation>描述达到这么多词元后结束</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个词元</translation>
    </message>
    <message>
        <source>&amp;Repetition penalty</source>
        <translation>重复惩罚(&amp;R)</translation>
    </message>
    <message>
        <source>Above 1 words that were said already become less likely</source>
        <translation>大于 1 时，已说过的词再次出现的可能性降低</translation>
    </message>
    <message>
        <source>&amp;Never repeat</source>
        <translation>不重复(&amp;N)</translation>
    </message>
    <message>
        <source>No run of so many tokens occurs twice; 0 allows it</source>
        <translation>连续这么多词元的片段不会出现两次；0 表示允许</translation>
    </message>
    <message>
        <source>Write %1 caption</source>
        <translation>写 %1 条描述</translation>
    </message>
    <message>
        <source>Write %1 captions</source>
        <translation>写 %1 条描述</translation>
    </message>
    <message>
        <source>What people wrote or accepted stays; new captions become alternatives there.</source>
        <translation>人写的或接受的描述保留；新描述在那里成为备选。</translation>
    </message>
    <message>
        <source>B&amp;eams</source>
        <translation>束数(&amp;E)</translation>
    </message>
    <message>
        <source>So many captions grow side by side; more find likelier ones and take longer</source>
        <translation>同时展开这么多条描述；越多越能找到更可能的文字，但耗时更长</translation>
    </message>
    <message>
        <source>&amp;Length penalty</source>
        <translation>长度惩罚(&amp;L)</translation>
    </message>
    <message>
        <source>Above 1 prefers long captions, below 1 short ones</source>
        <translation>大于 1 偏向长描述，小于 1 偏向短描述</translation>
    </message>
    <message>
        <source>Likeliest &amp;part</source>
        <translation>最可能部分(&amp;P)</translation>
    </message>
    <message>
        <source>Words are drawn from the likeliest ones that make up this part of all probability</source>
        <translation>从概率合计占这一比例的最可能的词中抽取</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>温度(&amp;T)</translation>
    </message>
    <message>
        <source>Above 1 bolder, below 1 tamer</source>
        <translation>大于 1 更大胆，小于 1 更保守</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>随机种子(&amp;E)</translation>
    </message>
    <message>
        <source>The same seed gives the same words</source>
        <translation>相同的种子给出相同的文字</translation>
    </message>
</context>
<context>
    <name>rb::ui::GrowDialog</name>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Least probability that caption and region match, as the model reads them word by word</source>
        <translation>描述与区域相符的最低概率，由模型逐词判断</translation>
    </message>
    <message>
        <source>Least cosine of the features of caption and region</source>
        <translation>描述与区域特征的最低余弦值</translation>
    </message>
    <message>
        <source>Grow the data set</source>
        <translation>扩充数据集</translation>
    </message>
    <message>
        <source>What is kept becomes drafts. Captions that are there stay as they are. All of it is one step of undo.</source>
        <translation>保留的内容成为草稿。已有的描述保持不变。全部作为一步，可一次撤销。</translation>
    </message>
    <message>
        <source>Regions without a caption</source>
        <translation>没有描述的区域</translation>
    </message>
    <message>
        <source>New boxes around contours</source>
        <translation>沿轮廓的新框</translation>
    </message>
    <message>
        <source>New boxes in a grid</source>
        <translation>网格中的新框</translation>
    </message>
    <message>
        <source>The box cut out, as a picture of its own</source>
        <translation>裁出的框，作为单独的图片</translation>
    </message>
    <message>
        <source>The box in its picture</source>
        <translation>图片中的框</translation>
    </message>
    <message>
        <source>all that are good enough</source>
        <translation>所有足够好的</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>框(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>范围(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;New boxes a picture</source>
        <translation>每张图片的新框数(&amp;N)</translation>
    </message>
    <message>
        <source>The model &amp;sees</source>
        <translation>模型看到的内容(&amp;S)</translation>
    </message>
    <message>
        <source>Least &amp;match (ITM)</source>
        <translation>最低匹配度 (ITM)(&amp;M)</translation>
    </message>
    <message>
        <source>Least &amp;likeness (ITC)</source>
        <translation>最低相似度 (ITC)(&amp;L)</translation>
    </message>
    <message>
        <source>Keep a &amp;picture</source>
        <translation>每张图片保留(&amp;P)</translation>
    </message>
    <message>
        <source>Try on %1 pictures</source>
        <translation>在 %1 张图片上试做</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>扩充</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试做…</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 picture, </source>
        <translation>%1 张图片， </translation>
    </message>
    <message>
        <source>%1 pictures, </source>
        <translation>%1 张图片， </translation>
    </message>
    <message>
        <source>%1 region without a caption; </source>
        <translation>%1 个区域没有描述； </translation>
    </message>
    <message>
        <source>%1 regions without a caption; </source>
        <translation>%1 个区域没有描述； </translation>
    </message>
    <message>
        <source>%1 has one.</source>
        <translation>%1 个已有描述。</translation>
    </message>
    <message>
        <source>%1 have one.</source>
        <translation>%1 个已有描述。</translation>
    </message>
    <message>
        <source>up to %1 new boxes to caption.</source>
        <translation>最多 %1 个新框待描述。</translation>
    </message>
    <message>
        <source>%1 cannot be seen.</source>
        <translation>%1 个看不到。</translation>
    </message>
    <message>
        <source>Try it on a few pictures to see captions, scores, and how long it will take.</source>
        <translation>先在几张图片上试做，可看到描述、得分和所需时间。</translation>
    </message>
    <message>
        <source>Tried: %1 of %2 are good enough. The whole: about %3 captions, of which %4 are kept, in about %5.</source>
        <translation>试做结果：%2 条中有 %1 条足够好。全部：约 %3 条描述，保留其中 %4 条，约需 %5。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>rb::ui::GrowExamples</name>
    <message>
        <source>✓ kept</source>
        <translation>✓ 保留</translation>
    </message>
    <message>
        <source>✗ below a threshold</source>
        <translation>✗ 低于阈值</translation>
    </message>
    <message>
        <source>✗ enough better ones</source>
        <translation>✗ 更好的已足够</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Match (ITM)</source>
        <translation>匹配度 (ITM)</translation>
    </message>
    <message>
        <source>Likeness (ITC)</source>
        <translation>相似度 (ITC)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Captions that were tried</source>
        <translation>试写的描述</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
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
    <message>
        <source>Select tool</source>
        <translation>选择工具</translation>
    </message>
    <message>
        <source>Box tool</source>
        <translation>框工具</translation>
    </message>
    <message>
        <source>Rotated box tool</source>
        <translation>旋转框工具</translation>
    </message>
    <message>
        <source>Polygon tool</source>
        <translation>多边形工具</translation>
    </message>
    <message>
        <source>Pan tool</source>
        <translation>平移工具</translation>
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
    <message>
        <source>%1 (point clouds)</source>
        <translation>%1（点云）</translation>
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
    <name>rb::ui::LinePlot</name>
    <message>
        <source>Wheel or drag: zoom. Double click or 0: everything. Arrows: read values. L: logarithmic.</source>
        <translation>滚轮或拖动：缩放。双击或 0：全部。方向键：读取数值。L：对数。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>对数(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>全部显示(&amp;E)</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>保存图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save &amp;values…</source>
        <translation>保存数值(&amp;V)…</translation>
    </message>
    <message>
        <source> (logarithmic)</source>
        <translation> （对数）</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
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
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Comparing all captions…</source>
        <translation>正在比较所有描述…</translation>
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
    <message>
        <source>Find regions &amp;like this</source>
        <translation>查找相似区域(&amp;L)</translation>
    </message>
    <message>
        <source>What looks like the selected region, the most alike first</source>
        <translation>看起来像所选区域的内容，最相似的在前</translation>
    </message>
    <message>
        <source>Mark points with a &amp;lasso</source>
        <translation>用套索标记点(&amp;L)</translation>
    </message>
    <message>
        <source>In a cloud: the points inside a line drawn by hand; Shift adds, Ctrl takes away, both intersect</source>
        <translation>点云中：手绘线内的点；Shift 添加，Ctrl 去除，两者同按取交集</translation>
    </message>
    <message>
        <source>&amp;Brush points</source>
        <translation>用画笔标记点(&amp;B)</translation>
    </message>
    <message>
        <source>In a cloud: the points under a round brush; [ and ] change its size</source>
        <translation>点云中：圆形画笔下的点；[ 和 ] 改变其大小</translation>
    </message>
    <message>
        <source>&amp;Grow from a point</source>
        <translation>从一点生长(&amp;G)</translation>
    </message>
    <message>
        <source>In a cloud: the next click marks the point from which a region grows</source>
        <translation>点云中：下一次点击标出区域开始生长的点</translation>
    </message>
    <message>
        <source>Mark only what is &amp;seen</source>
        <translation>只标记可见的点(&amp;S)</translation>
    </message>
    <message>
        <source>In a cloud: marking leaves out what is hidden behind other points</source>
        <translation>点云中：标记时略去被其他点遮挡的点</translation>
    </message>
    <message>
        <source>&amp;Invert the region&apos;s points</source>
        <translation>反选区域的点(&amp;I)</translation>
    </message>
    <message>
        <source>In a cloud: the points that do not belong to the selected region</source>
        <translation>点云中：不属于所选区域的点</translation>
    </message>
    <message>
        <source>Caption the &amp;points alone</source>
        <translation>只描述这些点(&amp;P)</translation>
    </message>
    <message>
        <source>In a cloud: a caption for the selected region&apos;s points as an object</source>
        <translation>点云中：把所选区域的点作为一个物体来描述</translation>
    </message>
    <message>
        <source>From the &amp;front</source>
        <translation>从前面(&amp;F)</translation>
    </message>
    <message>
        <source>Look at the cloud from the front</source>
        <translation>从前面看点云</translation>
    </message>
    <message>
        <source>From the &amp;right</source>
        <translation>从右面(&amp;R)</translation>
    </message>
    <message>
        <source>Look at the cloud from the right</source>
        <translation>从右面看点云</translation>
    </message>
    <message>
        <source>From &amp;above</source>
        <translation>从上面(&amp;A)</translation>
    </message>
    <message>
        <source>Look at the cloud from above</source>
        <translation>从上面看点云</translation>
    </message>
    <message>
        <source>&amp;Perspective or parallel</source>
        <translation>透视或平行(&amp;P)</translation>
    </message>
    <message>
        <source>Change between perspective and parallel projection</source>
        <translation>在透视投影和平行投影之间切换</translation>
    </message>
    <message>
        <source>Write with &amp;options…</source>
        <translation>按选项写(&amp;O)…</translation>
    </message>
    <message>
        <source>Beams or sampling, length, repetition, and how many captions to choose from</source>
        <translation>束搜索或采样、长度、重复，以及可选的描述数</translation>
    </message>
    <message>
        <source>Abou&amp;t this caption…</source>
        <translation>关于此描述(&amp;T)…</translation>
    </message>
    <message>
        <source>Who wrote it and how, how sure the model was of each word, and what stood here before</source>
        <translation>由谁怎样写成，模型对每个词的把握，以及此前的内容</translation>
    </message>
    <message>
        <source>&amp;Grow the data set…</source>
        <translation>扩充数据集(&amp;G)…</translation>
    </message>
    <message>
        <source>Caption boxes of a detector or new ones, and keep what fits well enough</source>
        <translation>描述检测器给出的框或新框，并保留足够相符的</translation>
    </message>
    <message>
        <source>Show in the &amp;cloud</source>
        <translation>在点云中显示(&amp;C)</translation>
    </message>
    <message>
        <source>Between a picture whose camera is known and its cloud: the region that shows the same thing; the first time it is made of the points that are seen</source>
        <translation>在已知相机的图片与其点云之间：显示同一事物的区域；第一次会由可见的点生成</translation>
    </message>
    <message>
        <source>Pictures and point clouds to try everything on</source>
        <translation>供试用所有功能的图片和点云</translation>
    </message>
    <message>
        <source>Find &amp;moved pictures…</source>
        <translation>查找被移动的图片(&amp;M)…</translation>
    </message>
    <message>
        <source>Look in a folder for pictures and clouds that are missing</source>
        <translation>在文件夹中查找缺失的图片和点云</translation>
    </message>
    <message>
        <source>&amp;Copies and backups…</source>
        <translation>副本与备份(&amp;C)…</translation>
    </message>
    <message>
        <source>Keep a copy under a name, and go back to an earlier one</source>
        <translation>以名称保留副本，或恢复到较早的副本</translation>
    </message>
    <message>
        <source>Pictures as a l&amp;ist</source>
        <translation>以列表显示图片(&amp;I)</translation>
    </message>
    <message>
        <source>A line for each picture: its size, split, regions and drafts</source>
        <translation>每张图片一行：尺寸、划分、区域和草稿</translation>
    </message>
    <message>
        <source>How points are mar&amp;ked…</source>
        <translation>如何标记点(&amp;K)…</translation>
    </message>
    <message>
        <source>In a cloud: how far a region grows, and between which depths lasso, polygon and brush mark</source>
        <translation>在点云中：区域生长多远，以及套索、多边形和画笔在哪些深度之间标记</translation>
    </message>
    <message>
        <source>Take the points in the &amp;box</source>
        <translation>取框内的点(&amp;B)</translation>
    </message>
    <message>
        <source>In a cloud: the selected box becomes a region of just the points that are in it</source>
        <translation>在点云中：所选的框变为仅包含其中各点的区域</translation>
    </message>
    <message>
        <source>&amp;Turn the box to fit</source>
        <translation>旋转框以贴合(&amp;T)</translation>
    </message>
    <message>
        <source>In a cloud: the smallest box, turned as the region&apos;s points lie</source>
        <translation>在点云中：按区域各点走向旋转的最小框</translation>
    </message>
    <message>
        <source>From the bac&amp;k</source>
        <translation>从后面(&amp;K)</translation>
    </message>
    <message>
        <source>Look at the cloud from the back</source>
        <translation>从后面看点云</translation>
    </message>
    <message>
        <source>From the &amp;left</source>
        <translation>从左边(&amp;L)</translation>
    </message>
    <message>
        <source>Look at the cloud from the left</source>
        <translation>从左边看点云</translation>
    </message>
    <message>
        <source>From &amp;below</source>
        <translation>从下面(&amp;B)</translation>
    </message>
    <message>
        <source>Look at the cloud from below</source>
        <translation>从下面看点云</translation>
    </message>
    <message>
        <source>As in &amp;CloudCompare</source>
        <translation>如 &amp;CloudCompare</translation>
    </message>
    <message>
        <source>Left button turns, right and middle move</source>
        <translation>左键旋转，右键和中键平移</translation>
    </message>
    <message>
        <source>As in &amp;VTK</source>
        <translation>如 &amp;VTK</translation>
    </message>
    <message>
        <source>Left button turns, middle moves, right zooms, Ctrl with left rolls</source>
        <translation>左键旋转，中键平移，右键缩放，Ctrl 加左键滚转</translation>
    </message>
    <message>
        <source>As in C&amp;VAT</source>
        <translation>如 C&amp;VAT</translation>
    </message>
    <message>
        <source>Left button turns, right moves, middle zooms</source>
        <translation>左键旋转，右键平移，中键缩放</translation>
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
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source> + %1</source>
        <translation> + %1</translation>
    </message>
    <message>
        <source>Taking back: %1</source>
        <translation>正在撤销：%1</translation>
    </message>
    <message>
        <source>Making again: %1</source>
        <translation>正在重做：%1</translation>
    </message>
    <message>
        <source>%1 parts done</source>
        <translation>已完成 %1 部分</translation>
    </message>
    <message>
        <source>Stopping leaves the project as it is.</source>
        <translation>停止会让项目保持原样。</translation>
    </message>
    <message>
        <source>It was stopped; the project is as it was.</source>
        <translation>已停止；项目保持原样。</translation>
    </message>
</context>
<context>
    <name>rb::ui::MeaningBar</name>
    <message>
        <source>Regions prepared for the search by meaning</source>
        <translation>已为按含义搜索准备好的区域</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Stop preparing; what is ready stays</source>
        <translation>停止准备；已就绪的保留</translation>
    </message>
    <message>
        <source>Let the model look at every region once, so that regions are found by what they show</source>
        <translation>让模型把每个区域看一遍，以便按所示内容找到区域</translation>
    </message>
    <message>
        <source>%1 of %2 are ready to be found by meaning</source>
        <translation>%2 个中有 %1 个可按含义查找</translation>
    </message>
    <message>
        <source>Preparing: %1 of %2</source>
        <translation>正在准备：%1 / %2</translation>
    </message>
    <message>
        <source>Prepare the search by meaning</source>
        <translation>准备按含义搜索</translation>
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
    <message>
        <source>Po&amp;int cloud</source>
        <translation>点云(&amp;I)</translation>
    </message>
    <message>
        <source>Look at the clou&amp;d</source>
        <translation>观察点云(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Turn clouds with the mouse</source>
        <translation>用鼠标转动点云(&amp;T)</translation>
    </message>
</context>
<context>
    <name>rb::ui::PartnerCaption</name>
    <message>
        <source>Caption of the same thing</source>
        <translation>同一事物的描述</translation>
    </message>
    <message>
        <source>In the cloud %1:</source>
        <translation>在点云 %1 中：</translation>
    </message>
    <message>
        <source>In the picture %1:</source>
        <translation>在图片 %1 中：</translation>
    </message>
    <message>
        <source>no caption yet</source>
        <translation>尚无描述</translation>
    </message>
    <message>
        <source>Where the same thing is</source>
        <translation>同一事物所在之处</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProgressDialog</name>
    <message>
        <source>It begins…</source>
        <translation>正在开始…</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProjectCopies</name>
    <message>
        <source>Everything is saved; a copy is in %1</source>
        <translation>一切已保存；副本在 %1</translation>
    </message>
    <message>
        <source>The project is as it was in %1; what was there is kept as a copy</source>
        <translation>项目已恢复为 %1 的状态；原有内容保留为副本</translation>
    </message>
</context>
<context>
    <name>rb::ui::ProjectFiles</name>
    <message>
        <source>everything is kept in %1</source>
        <translation>一切保存在 %1</translation>
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
    <message>
        <source>%1 file added</source>
        <translation>已添加 %1 个文件</translation>
    </message>
    <message>
        <source>%1 files added</source>
        <translation>已添加 %1 个文件</translation>
    </message>
    <message>
        <source>These files are in the project already</source>
        <translation>这些文件已在项目中</translation>
    </message>
    <message>
        <source>There are no pictures or clouds there</source>
        <translation>那里没有图片或点云</translation>
    </message>
    <message>
        <source>Find moved pictures and clouds in a folder</source>
        <translation>在文件夹中查找被移动的图片和点云</translation>
    </message>
    <message>
        <source>No picture or cloud is missing</source>
        <translation>没有缺失的图片或点云</translation>
    </message>
    <message>
        <source>%1 is still missing</source>
        <translation>仍缺失 %1 个</translation>
    </message>
    <message>
        <source>%1 are still missing</source>
        <translation>仍缺失 %1 个</translation>
    </message>
    <message>
        <source>%1 file found again</source>
        <translation>重新找到 %1 个文件</translation>
    </message>
    <message>
        <source>%1 files found again</source>
        <translation>重新找到 %1 个文件</translation>
    </message>
    <message>
        <source>Looking for moved pictures…</source>
        <translation>正在查找移动的图片…</translation>
    </message>
    <message>
        <source>Reading what the files say of themselves…</source>
        <translation>正在读取文件头信息…</translation>
    </message>
    <message>
        <source>%1 other file cannot be read, either.</source>
        <translation>另有 %1 个文件也无法读取。</translation>
    </message>
    <message>
        <source>%1 other files cannot be read, either.</source>
        <translation>另有 %1 个文件也无法读取。</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>正在导出到 %1</translation>
    </message>
    <message>
        <source>%1 pictures and clouds</source>
        <translation>%1 个图片和点云</translation>
    </message>
    <message>
        <source>All files get their names together at the end: stopping leaves nothing behind.</source>
        <translation>所有文件在最后一起获得名称：停止不会留下任何东西。</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>%1 clouds</source>
        <translation>%1 个点云</translation>
    </message>
    <message>
        <source>It is one edit: stopping leaves the project as it was, and so does undo later.</source>
        <translation>这是一次编辑：停止会让项目保持原样，以后撤销也一样。</translation>
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
    <message>
        <source>Centre &amp;x</source>
        <translation>中心 x(&amp;X)</translation>
    </message>
    <message>
        <source>Centre &amp;y</source>
        <translation>中心 y(&amp;Y)</translation>
    </message>
    <message>
        <source>Centre &amp;z</source>
        <translation>中心 z(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Length along x</source>
        <translation>沿 x 的长度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Width along y</source>
        <translation>沿 y 的宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Turned by (degrees)</source>
        <translation>旋转（度）(&amp;T)</translation>
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
    <name>rb::ui::ReviewControl</name>
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
</context>
<context>
    <name>rb::ui::RunList</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Same settings again</source>
        <translation>用相同设置再次训练</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>A tick lays its curves beside those that are watched. F2 renames.</source>
        <translation>勾选后，其曲线与正在查看的曲线并列显示。F2 重命名。</translation>
    </message>
    <message>
        <source>The run “%1” was deleted.</source>
        <translation>已删除运行“%1”。</translation>
    </message>
</context>
<context>
    <name>rb::ui::RunModel</name>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 held out</source>
        <translation>%1，留出 %2</translation>
    </message>
    <message>
        <source>Model: %1, preset %2, rank %3</source>
        <translation>模型：%1，预设 %2，秩 %3</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>与模型相同</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 times through the captions</source>
        <translation>遍历描述 %1 轮</translation>
    </message>
    <message>
        <source>Learning rate %1, %2 captions a batch, %3, seed %4</source>
        <translation>学习率 %1，每批 %2 条描述，%3，随机种子 %4</translation>
    </message>
    <message>
        <source>Captions: %1</source>
        <translation>描述：%1</translation>
    </message>
    <message>
        <source>all accepted</source>
        <translation>全部已接受的</translation>
    </message>
    <message>
        <source>Fingerprint of the captions: %1</source>
        <translation>描述的指纹：%1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>CIDEr</source>
        <translation>CIDEr</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
</context>
<context>
    <name>rb::ui::SearchControl</name>
    <message>
        <source>Find regions &amp;like this</source>
        <translation>查找相似区域(&amp;L)</translation>
    </message>
    <message>
        <source>Find pictures &amp;like this</source>
        <translation>查找相似图片(&amp;L)</translation>
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
    <message>
        <source>Most alike first</source>
        <translation>最相似的在前</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
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
    <message>
        <source>Looking for leaks between the splits…</source>
        <translation>正在查找划分之间的泄漏…</translation>
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
    <name>rb::ui::TrainingControls</name>
    <message>
        <source>Stop here</source>
        <translation>就此停止</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The model stays in memory, the processor is free</source>
        <translation>模型留在内存中，处理器空闲</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keeps a checkpoint; it can go on later</source>
        <translation>保留一个检查点；以后可以继续</translation>
    </message>
    <message>
        <source>Checkpoint now</source>
        <translation>立即保存检查点</translation>
    </message>
    <message>
        <source>Keeps what was learnt so far on disk</source>
        <translation>把目前学到的内容保存到磁盘</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>立即试写</translation>
    </message>
    <message>
        <source>Captions some held-out regions with the model as it is</source>
        <translation>用当前的模型描述一些留出的区域</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>No training yet</source>
        <translation>尚无训练</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>“Go on” continues from the last checkpoint.</source>
        <translation>“继续”从最后一个检查点接着训练。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingDock</name>
    <message>
        <source>Bring in an adapter</source>
        <translation>导入适配器</translation>
    </message>
    <message>
        <source>Adapters (*.safetensors)</source>
        <translation>适配器 (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 can be switched on now</source>
        <translation>现在可以启用 %1</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingPanel</name>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新训练</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Measures one step: how long, how much memory and disk</source>
        <translation>测量一步：所需时间、内存和磁盘空间</translation>
    </message>
    <message>
        <source>The training waits until the present one has ended.</source>
        <translation>此训练等到当前训练结束后开始。</translation>
    </message>
    <message>
        <source>Measures one step…</source>
        <translation>正在测量一步…</translation>
    </message>
    <message>
        <source>After step %1: %2 (a person: %3)</source>
        <translation>第 %1 步之后：%2（人写的：%3）</translation>
    </message>
    <message>
        <source>There is nothing to vote about: the captions are the same words.</source>
        <translation>没有可评的内容：两边描述的文字相同。</translation>
    </message>
    <message>
        <source>Which caption is better?</source>
        <translation>哪条描述更好？</translation>
    </message>
    <message>
        <source>Export job…</source>
        <translation>导出任务…</translation>
    </message>
    <message>
        <source>Writes a folder that runs this training on a cluster or a machine with a GPU; its adapter is imported here</source>
        <translation>写出一个文件夹，可在集群或带 GPU 的机器上运行此训练；其适配器可在此导入</translation>
    </message>
    <message>
        <source>Export the training as a job</source>
        <translation>将训练导出为任务</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>%1 holds the training; its README.txt tells how to run it</source>
        <translation>%1 中是该训练；其中的 README.txt 说明如何运行</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingPlots</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Terms of the loss</source>
        <translation>损失各项</translation>
    </message>
    <message>
        <source>Held-out captions</source>
        <translation>留出的描述</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Comes with the first step</source>
        <translation>随第一步出现</translation>
    </message>
    <message>
        <source>Comes with the first look at held-out captions</source>
        <translation>随第一次查看留出的描述出现</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>rb::ui::TrainingSettings</name>
    <message>
        <source>LoRA: wording and names, from a few hundred captions</source>
        <translation>LoRA：措辞和名称，数百条描述即可</translation>
    </message>
    <message>
        <source>RegionBLIP: all that the paper trains, from many thousand</source>
        <translation>RegionBLIP：论文训练的全部内容，需数千条以上</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>与模型相同</translation>
    </message>
    <message>
        <source>Size of the LoRA pairs: more learn more, and forget more.</source>
        <translation>LoRA 矩阵对的大小：越大学得越多，也忘得越多。</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16, where the processor is fast at it</source>
        <translation>bfloat16，适用于处理器运算较快时</translation>
    </message>
    <message>
        <source>graphics card, if there is one</source>
        <translation>显卡（如果有）</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;How long</source>
        <translation>时长(&amp;H)</translation>
    </message>
    <message>
        <source>times through the captions</source>
        <translation>轮（遍历描述）</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Unit of the length</source>
        <translation>时长单位</translation>
    </message>
    <message>
        <source>Length of the training</source>
        <translation>训练时长</translation>
    </message>
    <message>
        <source>&amp;Rank</source>
        <translation>秩(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>学习率(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dropout</source>
        <translation>丢弃率(&amp;D)</translation>
    </message>
    <message>
        <source>Captions a &amp;batch</source>
        <translation>每批描述数(&amp;B)</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>精度(&amp;C)</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>设备(&amp;V)</translation>
    </message>
    <message>
        <source>Captions that are sco&amp;red</source>
        <translation>评分的描述数(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>随机种子(&amp;E)</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
</context>
<context>
    <name>rb::ui::UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>%1 reviewed</source>
        <translation>已审阅 %1</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>每小时 %1</translation>
    </message>
    <message>
        <source>Since the start: %1 captions reviewed, %2 an hour; %3 % of the model&apos;s were accepted untouched, %4 words changed in one on the average</source>
        <translation>自启动以来：已审阅 %1 条描述，每小时 %2 条；模型所写的有 %3 % 未改动即接受，平均每条改动 %4 个词</translation>
    </message>
</context>
<context>
    <name>rb::viewer3d::CloudView</name>
    <message>
        <source>3-D view</source>
        <translation>三维视图</translation>
    </message>
    <message>
        <source>The point cloud with its regions</source>
        <translation>点云及其区域</translation>
    </message>
    <message>
        <source>The 3-D view needs OpenGL, which this display does not have.</source>
        <translation>三维视图需要 OpenGL，而此显示环境不支持。</translation>
    </message>
</context>
<context>
    <name>rb::viewer3d::SideViews</name>
    <message>
        <source>Side views of the selected box</source>
        <translation>所选框的侧视图</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>正视</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右视</translation>
    </message>
    <message>
        <source>Select one box to see it from three sides.</source>
        <translation>选择一个框，即可从三个方向查看。</translation>
    </message>
</context>
</TS>
